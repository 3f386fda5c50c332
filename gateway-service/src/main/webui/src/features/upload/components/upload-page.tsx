import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { texts } from '@/lib/texts';
import { arrange } from '../lib/queue/arrange';
import { useUploadQueue, useUploads } from '../lib/upload-context';
import { DropZone } from './drop-zone';
import { QuotaLine } from './quota-line';
import { UnfinishedUploads } from './unfinished-uploads';
import { UploadNotices } from './upload-notices';
import { UploadRow } from './upload-row';
import { UploadSummary } from './upload-summary';
import styles from './upload-page.module.css';

/** Rows shown at first, and more at a time. */
const rowsAtOnce = 200;

export function UploadPage() {
  const uploads = useUploadQueue();
  const snapshot = useUploads();
  const { items, totals } = snapshot;
  const [limit, setLimit] = useState(rowsAtOnce);
  const [query] = useSearchParams();
  const hidden = Math.max(0, items.length - limit);
  return (
    <Page title={texts.upload.title} lead={texts.upload.lead} action={<QuotaLine />} narrow>
      {query.get('share') === 'failed' && (
        <p className={styles.problem} role="alert">
          {texts.upload.shareFailed}
        </p>
      )}
      <DropZone compact={items.length > 0} onFiles={(files) => uploads.add(files)} />
      <UploadNotices snapshot={snapshot} uploads={uploads} />
      {items.length > 0 && (
        <>
          <UploadSummary totals={totals} uploads={uploads} />
          <ul className={styles.files} aria-label={texts.upload.files}>
            {arrange(items, limit).map((item) => (
              <UploadRow key={item.key} item={item} uploads={uploads} />
            ))}
          </ul>
          {hidden > 0 && (
            <div className={styles.more}>
              <Button look="outline" onClick={() => setLimit(limit + rowsAtOnce)}>
                {texts.upload.showMore(Math.min(hidden, rowsAtOnce))}
              </Button>
            </div>
          )}
        </>
      )}
      <UnfinishedUploads snapshot={snapshot} uploads={uploads} />
    </Page>
  );
}
