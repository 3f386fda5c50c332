import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { useDocumentTitle } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { texts } from '@/lib/texts';

export function NotFoundPage() {
  useDocumentTitle(texts.problems.notFoundTitle);
  return (
    <main>
      <EmptyState
        art={<PrintStack />}
        title={texts.problems.notFoundTitle}
        action={<ButtonLink to="/">{texts.problems.home}</ButtonLink>}
      >
        {texts.problems.notFound}
      </EmptyState>
    </main>
  );
}
