import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import { useDownloads } from '../api/download-queries';
import { DownloadItem } from './download-item';
import styles from './downloads-page.module.css';

const words = texts.downloads;

/** What was packed, or is being packed, with the files to save. */
export function DownloadsPage() {
  const { data, isPending, error, refetch } = useDownloads();
  return (
    <Page narrow title={words.title} lead={words.lead}>
      {isPending && <Waiting />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState
          art={<PrintStack />}
          title={words.emptyTitle}
          action={<ButtonLink to="/">{words.pickPhotos}</ButtonLink>}
        >
          {words.empty}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {data.map((download) => (
            <DownloadItem key={download.id} download={download} />
          ))}
        </ul>
      )}
    </Page>
  );
}
