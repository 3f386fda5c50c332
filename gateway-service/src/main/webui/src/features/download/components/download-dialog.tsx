import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { ProblemNotice } from '@/components/problem-notice';
import { TextField } from '@/components/text-field';
import { showToast } from '@/components/toast';
import { type DownloadRequest, downloadRequests } from '@/lib/download-request';
import type { DownloadSize } from '@/lib/api/contract';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useCreateDownload, useDownloadCheck } from '../api/download-queries';
import styles from './download-dialog.module.css';

const words = texts.downloads;
const maxItems = 10_000;

function close() {
  downloadRequests.set(undefined);
}

/** Waits for what any page asks to have packed. */
export function DownloadDialog() {
  const request = useSyncExternalStore(downloadRequests.subscribe, downloadRequests.get);
  if (!request) return null;
  if (request.mediaIds.length > maxItems) {
    return (
      <Dialog title={words.askTitle} onClose={close}>
        <p>{words.tooMany(maxItems)}</p>
      </Dialog>
    );
  }
  return <Asking request={request} />;
}

function Size({ check }: { check: DownloadSize }) {
  const { itemCount, totalBytes, partCount, missing } = check;
  if (itemCount === 0) return <p>{words.nothingLeft}</p>;
  return (
    <div>
      <p className={styles.size}>{words.size(words.items(itemCount), formatBytes(totalBytes))}</p>
      {partCount > 1 && <p>{words.parts(partCount)}</p>}
      {missing.length > 0 && <p>{words.missing(missing.length)}</p>}
      <p className={styles.hint}>{words.waiting}</p>
    </div>
  );
}

function Asking({ request }: { request: DownloadRequest }) {
  const [name, setName] = useState(request.name ?? '');
  const navigate = useNavigate();
  const check = useDownloadCheck(request.mediaIds);
  const create = useCreateDownload();

  function start() {
    const title = name.trim();
    create.mutate(
      { mediaIds: [...request.mediaIds], ...(title && { name: title }) },
      {
        onSuccess: () => {
          close();
          const see = { label: words.see, run: () => void navigate('/downloads') };
          showToast({ text: words.started, action: see, key: 'download' });
        },
      },
    );
  }

  return (
    <Dialog
      title={words.askTitle}
      onClose={close}
      actions={
        <>
          <Button look="outline" onClick={close}>
            {texts.app.cancel}
          </Button>
          <Button
            busy={create.isPending}
            disabled={!check.data || check.data.itemCount === 0}
            onClick={start}
          >
            {words.start}
          </Button>
        </>
      }
    >
      <div role="status">
        {check.isPending && <p>{words.checking}</p>}
        {check.data && <Size check={check.data} />}
      </div>
      {check.error && <ProblemNotice error={check.error} onRetry={() => void check.refetch()} />}
      <TextField
        label={words.name}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
      />
      {create.error && <ProblemNotice error={create.error} />}
    </Dialog>
  );
}
