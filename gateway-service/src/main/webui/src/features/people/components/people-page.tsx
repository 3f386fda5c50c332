import { Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { TextField } from '@/components/text-field';
import { Waiting } from '@/components/waiting';
import type { Me } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useMe } from '@/lib/use-me';
import { usePeople } from '../api/people-queries';
import styles from './people-page.module.css';
import { PersonLine } from './person-line';

const words = texts.people;

interface FilterProps {
  email: string;
  onFind: (email: string) => void;
}

function Filter({ email, onFind }: FilterProps) {
  const [typed, setTyped] = useState(email);

  function submit(event: FormEvent) {
    event.preventDefault();
    onFind(typed.trim());
  }

  return (
    <form className={styles.filter} role="search" noValidate onSubmit={submit}>
      <TextField
        label={words.filter}
        type="search"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <Button type="submit">{words.find}</Button>
      {email !== '' && (
        <Button
          look="outline"
          onClick={() => {
            setTyped('');
            onFind('');
          }}
        >
          {words.all}
        </Button>
      )}
    </form>
  );
}

function People({ me, email }: { me: Me; email: string }) {
  const people = usePeople(email);
  if (people.isPending) return <Waiting />;
  if (!people.data) {
    return <ProblemNotice error={people.error} onRetry={() => void people.refetch()} />;
  }
  const items = people.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !people.hasNextPage) {
    return (
      <EmptyState art={<Users size={56} strokeWidth={1.2} />} title={words.emptyTitle}>
        {words.empty}
      </EmptyState>
    );
  }
  return (
    <>
      {/* The role is said because a list without bullets loses it in some browsers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label={words.list} aria-busy={people.isPlaceholderData || undefined}>
        {items.map((person) => (
          <PersonLine key={person.id} me={me} person={person} />
        ))}
      </ul>
      {people.isError && <ProblemNotice error={people.error} />}
      {people.hasNextPage && (
        <Button
          look="outline"
          className={styles.more}
          busy={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

/** For those who look after accounts. The filter is part of the address. */
export function PeoplePage() {
  const me = useMe();
  const [searchParams, setSearchParams] = useSearchParams();
  const email = searchParams.get('email') ?? '';
  if (!me.data) return <Waiting />;
  return (
    <Page narrow title={words.title} lead={words.lead}>
      <Filter
        key={email}
        email={email}
        onFind={(wanted) => {
          setSearchParams(wanted ? { email: wanted } : {});
        }}
      />
      <People me={me.data} email={email} />
    </Page>
  );
}
