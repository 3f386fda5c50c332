import { useEffect, useState } from 'react';
import { announcement } from '../lib/announcement';
import type { UploadItem } from '../lib/upload-item';
import { useUploadEngine } from './upload-context';

const pauseMs = 1_200;

/** Tells a screen reader what became of the files, not more often than it can be listened to. */
export function UploadAnnouncer() {
  const engine = useUploadEngine();
  const [message, setMessage] = useState('');

  useEffect(() => {
    let told: readonly UploadItem[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const { items } = engine.getSnapshot();
      const text = announcement(told, items);
      told = items;
      if (text) setMessage(text);
    };
    const stop = engine.subscribe(() => {
      timer ??= setTimeout(tell, pauseMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [engine]);

  return (
    <div className="visually-hidden" role="log" aria-live="polite">
      {message}
    </div>
  );
}
