import { Check, LoaderCircle, Minus } from 'lucide-react';
import { ButtonLink } from '@/components/button';
import { useDocumentTitle } from '@/components/page';
import { ProgressBar } from '@/components/progress-bar';
import type { Deletion, ErasingService } from '@/lib/api/contract';
import { formatMoment } from '@/lib/format';
import { texts } from '@/lib/texts';
import styles from './deletion-status-page.module.css';

const words = texts.deletion;

type StepState = 'done' | 'open' | 'waiting';

interface Step {
  name: string;
  state: StepState;
}

const icons = { done: Check, open: LoaderCircle, waiting: Minus };
const states = { done: words.stepDone, open: words.stepOpen, waiting: words.stepWaiting };

const order = Object.keys(words.services);

function byOrder(one: ErasingService, other: ErasingService): number {
  return order.indexOf(one.service) - order.indexOf(other.service);
}

/** What each service holds, in an order that stays; the account itself comes last. */
function stepsOf({ state, services }: Deletion): Step[] {
  const erased = services.every(({ erasedAt }) => erasedAt);
  const completed = state === 'COMPLETED';
  const account: StepState = completed ? 'done' : erased ? 'open' : 'waiting';
  return [
    ...services.toSorted(byOrder).map(({ service, erasedAt }): Step => ({
      name: words.services[service] ?? service,
      state: erasedAt || completed ? 'done' : 'open',
    })),
    { name: words.account, state: account },
  ];
}

function StepLine({ name, state }: Step) {
  const Icon = icons[state];
  return (
    <li className={styles.step} data-state={state}>
      <Icon className={styles.icon} size={18} aria-hidden="true" />
      <span className={styles.name}>{name}</span>
      <span className={styles.state}>{states[state]}</span>
    </li>
  );
}

export function DeletionProgress({ deletion }: { deletion: Deletion }) {
  const done = deletion.state === 'COMPLETED';
  const title = done ? words.doneTitle : words.statusTitle;
  useDocumentTitle(title);
  const steps = stepsOf(deletion);
  const count = steps.filter(({ state }) => state === 'done').length;
  return (
    <div className={styles.page}>
      <div role="status">
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{done ? words.doneLead : words.statusLead}</p>
      </div>
      <ProgressBar label={words.progress} percent={Math.round((count / steps.length) * 100)} />
      {/* The role is said because a list without bullets loses it in some browsers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={styles.steps} aria-label={words.steps}>
        {steps.map((step) => (
          <StepLine key={step.name} {...step} />
        ))}
      </ul>
      <div className={styles.notes}>
        <p>{words.requestedAt(formatMoment(deletion.requestedAt))}</p>
        {deletion.completedAt && <p>{words.completedAt(formatMoment(deletion.completedAt))}</p>}
        {!done && <p>{words.mailed}</p>}
        {!done && <p>{words.slow}</p>}
      </div>
      {done && (
        <div>
          <ButtonLink look="outline" to="/sign-up">
            {words.toSignUp}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
