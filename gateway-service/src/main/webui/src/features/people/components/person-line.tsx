import { useState } from 'react';
import { Badge } from '@/components/badge';
import { Confirmation } from '@/components/confirmation';
import { ProblemNotice } from '@/components/problem-notice';
import type { Me, Person } from '@/lib/api/contract';
import { formatDay } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useChangePerson } from '../api/people-queries';
import { mayChange } from '../lib/may-change';
import styles from './person-line.module.css';

const words = texts.people;

function Badges({ me, person }: { me: Me; person: Person }) {
  const state = person.suspended ? words.suspendedState : words.states[person.status];
  return (
    <p className={styles.badges}>
      <Badge tone={person.suspended ? 'bad' : 'plain'}>{state}</Badge>
      {person.roles.map((role) => (
        <Badge key={role} tone="yolk">
          {words.roles[role] ?? role}
        </Badge>
      ))}
      {person.id === me.id && <Badge tone="yolk">{words.you}</Badge>}
    </p>
  );
}

/** An account, and whether it may be used. */
export function PersonLine({ me, person }: { me: Me; person: Person }) {
  const change = useChangePerson(person.id);
  const [told, setTold] = useState('');
  const { displayName: name, suspended } = person;
  return (
    <li className={styles.line}>
      <div className={styles.who}>
        <p className={styles.name}>{name}</p>
        <p className={styles.email}>{person.email}</p>
        <p className={styles.since}>{words.since(formatDay(new Date(person.createdAt)))}</p>
      </div>
      <Badges me={me} person={person} />
      {mayChange(me, person) && (
        <div className={styles.actions}>
          <Confirmation
            key={String(suspended)}
            question={suspended ? words.giveBackSure(name) : words.suspendSure(name)}
            action={suspended ? words.giveBack : words.suspend}
            name={suspended ? words.giveBackNamed(name) : words.suspendNamed(name)}
            danger={!suspended}
            busy={change.isPending}
            onConfirm={() => {
              change.mutate(!suspended, {
                onSuccess: (changed) => {
                  setTold(changed.suspended ? words.suspended(name) : words.givenBack(name));
                },
              });
            }}
          />
        </div>
      )}
      <p className={styles.told} role="status">
        {told}
      </p>
      {change.isError && <ProblemNotice error={change.error} />}
    </li>
  );
}
