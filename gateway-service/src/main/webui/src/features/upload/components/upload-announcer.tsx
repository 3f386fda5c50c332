import { useEffect, useRef, useState } from 'react';
import { texts } from '@/lib/texts';
import { useUploads } from '../lib/upload-context';

const pauseMs = 1_500;

/** Tells screen readers how uploads go: failures by name, the rest as a count, not too often. */
export function UploadAnnouncer() {
  const { items, totals } = useUploads();
  const [message, setMessage] = useState('');
  const told = useRef(new Set<string>());

  useEffect(() => {
    if (totals.count === 0) return;
    const timer = setTimeout(() => {
      const failures = items.filter(
        (item) => item.state === 'failed' && !told.current.has(item.key),
      );
      for (const item of failures) told.current.add(item.key);
      setMessage(
        [
          ...failures.map((item) => texts.upload.announceFailed(item.name, item.reason ?? '')),
          texts.upload.announce(totals.settled, totals.count),
        ].join('. '),
      );
    }, pauseMs);
    return () => clearTimeout(timer);
    // Byte progress alone is no news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [totals.settled, totals.count]);

  return (
    <p className="visually-hidden" role="status">
      {message}
    </p>
  );
}
