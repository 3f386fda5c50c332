import { useLocation } from 'react-router';
import { ButtonLink } from '@/components/button';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { Section } from '@/components/section';
import { Waiting } from '@/components/waiting';
import type { Me } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useMe } from '@/lib/use-me';
import { readGuestState } from '../lib/guest-state';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { SessionsSection } from './sessions-section';
import { TwoStepSection } from './two-step-section';

const words = texts.settings;

function Sections({ me }: { me: Me }) {
  return (
    <>
      <ProfileSection me={me} />
      <PasswordSection me={me} />
      <TwoStepSection me={me} />
      <SessionsSection />
      <Section title={words.deletion} lead={words.deletionLead}>
        <div>
          <ButtonLink look="outline" to="/account/delete">
            {words.deletionOpen}
          </ButtonLink>
        </div>
      </Section>
    </>
  );
}

export function AccountPage() {
  const me = useMe();
  const { notice } = readGuestState(useLocation().state);
  return (
    <Page narrow title={words.title} lead={words.lead}>
      {notice && <Notice>{texts.account.notices[notice]}</Notice>}
      {me.data && <Sections me={me.data} />}
      {me.isPending && <Waiting />}
      {me.isError && !me.data && (
        <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
      )}
    </Page>
  );
}
