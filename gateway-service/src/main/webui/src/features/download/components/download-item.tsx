import { FileArchive } from 'lucide-react';
import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { Confirmation } from '@/components/confirmation';
import { ProblemNotice } from '@/components/problem-notice';
import { ProgressBar } from '@/components/progress-bar';
import type { Download, DownloadPart } from '@/lib/api/contract';
import { formatBytes, formatMoment } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useDropDownload, useSavePart } from '../api/download-queries';
import { isInTheMaking, percentOf } from '../lib/download-state';
import styles from './download-item.module.css';

const words = texts.downloads;

const tones = {
  QUEUED: 'plain',
  BUILDING: 'yolk',
  READY: 'good',
  FAILED: 'bad',
  CANCELLED: 'plain',
  EXPIRED: 'plain',
} as const;

function noteOf({ state, failure, expiresAt }: Download): string | undefined {
  switch (state) {
    case 'READY':
      return expiresAt && words.expires(formatMoment(expiresAt));
    case 'FAILED':
      return failure?.detail ?? words.failed;
    case 'EXPIRED':
      return words.expired;
    case 'CANCELLED':
      return words.cancelled;
    default:
      return undefined;
  }
}

function Parts({ download }: { download: Download }) {
  const save = useSavePart(download.id);
  return (
    <>
      <ul className={styles.parts} aria-label={words.partsOf(download.name)}>
        {download.parts.map((part) => (
          <Part
            key={part.number}
            part={part}
            of={download.parts.length}
            busy={save.isPending && save.variables === part.number}
            onSave={() => save.mutate(part.number)}
          />
        ))}
      </ul>
      {save.error && <ProblemNotice error={save.error} />}
    </>
  );
}

interface PartProps {
  part: DownloadPart;
  of: number;
  busy: boolean;
  onSave: () => void;
}

function Part({ part, of, busy, onSave }: PartProps) {
  return (
    <li className={styles.part}>
      <FileArchive className={styles.icon} size={20} aria-hidden="true" />
      <span className={styles.file}>
        {part.name} <span className={styles.soft}>{formatBytes(part.sizeBytes)}</span>
      </span>
      <Button aria-label={words.partNamed(part.name)} busy={busy} onClick={onSave}>
        {words.part(part.number, of)}
      </Button>
    </li>
  );
}

/** One download: how far it is, what to save, why it isn't there. */
export function DownloadItem({ download }: { download: Download }) {
  const { id, name, state, itemCount, totalBytes, doneBytes, createdAt } = download;
  const drop = useDropDownload(id);
  const open = isInTheMaking(download);
  const note = noteOf(download);
  return (
    <li className={styles.item}>
      <header className={styles.header}>
        <h2 className={styles.name}>{name}</h2>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </header>
      <p className={styles.soft}>
        {words.size(words.items(itemCount), formatBytes(totalBytes))} · {formatMoment(createdAt)}
      </p>
      {open && (
        <div className={styles.progress}>
          <ProgressBar
            label={words.progress(name)}
            percent={state === 'BUILDING' ? percentOf(download) : undefined}
          />
          <p className={styles.soft}>
            {words.bytes(formatBytes(doneBytes), formatBytes(totalBytes))}
          </p>
        </div>
      )}
      {state === 'READY' && <Parts download={download} />}
      {note && <p className={state === 'FAILED' ? styles.failure : styles.soft}>{note}</p>}
      {drop.error && <ProblemNotice error={drop.error} />}
      <div className={styles.end}>
        {open ? (
          <Confirmation
            question={words.cancelAsk}
            action={words.cancel}
            name={words.cancelNamed(name)}
            busy={drop.isPending}
            onConfirm={() => drop.mutate()}
          />
        ) : (
          <Button
            look="plain"
            aria-label={words.removeNamed(name)}
            busy={drop.isPending}
            onClick={() => drop.mutate()}
          >
            {words.remove}
          </Button>
        )}
      </div>
    </li>
  );
}
