import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { useDocumentTitle } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { texts } from '@/lib/texts';
import { NotFoundPage } from './not-found-page';

function Crash() {
  useDocumentTitle(texts.problems.crashTitle);
  return (
    <main role="alert">
      <EmptyState
        art={<PrintStack />}
        title={texts.problems.crashTitle}
        action={
          // Also the cure for a page whose newer version has taken its files away.
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {texts.app.reload}
          </Button>
        }
      >
        {texts.problems.crash}
      </EmptyState>
    </main>
  );
}

/** In place of a page that threw while it was loaded or shown. */
export function RouteCrash() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFoundPage /> : <Crash />;
}
