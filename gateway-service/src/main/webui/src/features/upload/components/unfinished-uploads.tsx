import { Button } from '@/components/button';
import { Section } from '@/components/section';
import { showToast } from '@/components/toast-store';
import { formatAgo, formatBytes } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useDiscard, useUnfinished } from '../api/use-unfinished';
import type { Uploads, UploadSnapshot } from '../lib/engine/uploads';
import { FileButton } from './file-button';
import styles from './unfinished-uploads.module.css';

interface UnfinishedUploadsProps {
  snapshot: UploadSnapshot;
  uploads: Uploads;
}

/** What another browser has begun: gone on with by the same file, or given up. */
export function UnfinishedUploads({ snapshot, uploads }: UnfinishedUploadsProps) {
  const { items, totals } = snapshot;
  // One's own come and go with the list.
  const { data, dataUpdatedAt } = useUnfinished(`${totals.count} ${totals.idle}`);
  const discard = useDiscard();
  const mine = new Set(items.map(({ uploadId }) => uploadId));
  const others = data?.filter(({ uploadId }) => !mine.has(uploadId)) ?? [];
  if (others.length === 0) return null;
  return (
    <div className={styles.frame}>
      <Section title={texts.upload.unfinished} lead={texts.upload.unfinishedLead}>
        <ul className={styles.list} aria-label={texts.upload.unfinished}>
          {others.map(({ uploadId, name, size, createdAt }) => (
            <li key={uploadId} className={styles.line}>
              <div className={styles.text}>
                <p className={styles.name} title={name}>
                  {name}
                </p>
                <p className={styles.detail}>
                  {formatBytes(size)} · {texts.upload.begun(formatAgo(createdAt, dataUpdatedAt))}
                </p>
              </div>
              <FileButton
                look="link"
                name={texts.upload.chooseAgainNamed(name)}
                onFiles={(files) => uploads.add(files)}
              >
                {texts.upload.chooseAgain}
              </FileButton>
              <Button
                look="plain"
                aria-label={texts.upload.discardNamed(name)}
                busy={discard.isPending && discard.variables === uploadId}
                onClick={() =>
                  discard.mutate(uploadId, {
                    onError: (error) =>
                      showToast({ text: toProblem(error).detail, tone: 'problem' }),
                  })
                }
              >
                {texts.upload.discard}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
