import { useEffect, useState } from 'react';
import { drawnThumbhash, thumbhashColor, thumbhashLater } from './thumbhash-url';
import styles from './thumbnail.module.css';

/** The colours of a picture before any byte of it has come: one of them, then all, blurred. */
export function Thumbhash({ hash }: { hash: string }) {
  const [url, setUrl] = useState(() => drawnThumbhash(hash));
  const [broken, setBroken] = useState(false);
  useEffect(() => (url === undefined ? thumbhashLater(hash, setUrl) : undefined), [hash, url]);
  if (url === undefined || broken) {
    return <span className={styles.hash} style={{ background: thumbhashColor(hash) }} />;
  }
  return (
    <img
      className={styles.hash}
      src={url}
      alt=""
      draggable={false}
      onError={() => setBroken(true)}
    />
  );
}
