import { Confirmation } from '@/components/confirmation';
import { ProblemNotice } from '@/components/problem-notice';
import { Section } from '@/components/section';
import { texts } from '@/lib/texts';
import { useSignOutEverywhere } from '../api/use-sign-out';

const words = texts.settings;

export function SessionsSection() {
  const signOut = useSignOutEverywhere();
  return (
    <Section title={words.sessions} lead={words.sessionsLead}>
      <div>
        <Confirmation
          question={words.signOutEverywhereSure}
          action={words.signOutEverywhere}
          busy={signOut.isPending}
          onConfirm={() => {
            signOut.mutate();
          }}
        />
      </div>
      {signOut.isError && <ProblemNotice error={signOut.error} />}
    </Section>
  );
}
