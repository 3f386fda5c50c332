import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { texts } from '@/lib/texts';
import { useUsage } from '../api/use-usage';
import { acceptedFiles } from '../lib/content-type';
import { StorageMeter } from './storage-meter';
import { useUploadEngine, useUploads } from './upload-context';
import styles from './upload-page.module.css';
import { UploadRow } from './upload-row';
import { UploadSummary } from './upload-summary';

function FilePicker({ small }: { small: boolean }) {
  const engine = useUploadEngine();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.drop} data-small={small || undefined}>
      <ImagePlus size={small ? 26 : 40} strokeWidth={1.4} aria-hidden="true" />
      <div>
        <p className={styles.dropTitle}>{texts.upload.dropTitle}</p>
        <p className={styles.dropHint}>{texts.upload.dropHint}</p>
      </div>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        accept={acceptedFiles}
        aria-label={texts.upload.files}
        tabIndex={-1}
        onChange={(event) => {
          engine.add([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{texts.upload.choose}</Button>
    </div>
  );
}

export function UploadPage() {
  const { items, totals } = useUploads();
  const usage = useUsage();
  const started = items.length > 0;
  return (
    <Page
      narrow
      title={texts.upload.title}
      lead={texts.upload.lead}
      action={usage.data && <StorageMeter usage={usage.data} />}
    >
      <FilePicker small={started} />
      {started && (
        <>
          <UploadSummary totals={totals} />
          <ul className={styles.list} aria-label={texts.upload.files}>
            {items.map((item) => (
              <UploadRow key={item.key} item={item} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
