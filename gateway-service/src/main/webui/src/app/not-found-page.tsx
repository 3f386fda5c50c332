import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { useDocumentTitle } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { texts } from '@/lib/texts';

/** Inside of a layout, which has the page's main part. */
export function NotFound() {
  useDocumentTitle(texts.problems.notFoundTitle);
  return (
    <EmptyState
      art={<PrintStack />}
      title={texts.problems.notFoundTitle}
      action={<ButtonLink to="/">{texts.problems.home}</ButtonLink>}
    >
      {texts.problems.notFound}
    </EmptyState>
  );
}

export function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
