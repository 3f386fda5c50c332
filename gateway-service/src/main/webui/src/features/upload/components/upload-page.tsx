import { Page } from '@/components/page';
import { texts } from '@/lib/texts';
import { useUploadEngine, useUploads } from '../lib/upload-context';
import { DropZone } from './drop-zone';
import { QuotaLine } from './quota-line';
import { UploadRow } from './upload-row';
import { UploadSummary } from './upload-summary';
import styles from './upload-page.module.css';

export function UploadPage() {
  const engine = useUploadEngine();
  const { items, totals } = useUploads();
  return (
    <Page title={texts.upload.title} lead={texts.upload.lead} action={<QuotaLine />} narrow>
      <DropZone compact={items.length > 0} onFiles={(files) => engine.add(files)} />
      {items.length > 0 && (
        <>
          <UploadSummary totals={totals} engine={engine} />
          <ul className={styles.files} aria-label={texts.upload.files}>
            {items.map((item) => (
              <UploadRow key={item.key} item={item} engine={engine} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
