import { thumbhashUrl } from '../../lib/thumbhash';
import styles from './thumbnail.module.css';

/** The blurred colours of a picture, before any byte of it has come. */
export function Thumbhash({ hash }: { hash: string }) {
  const url = thumbhashUrl(hash);
  return url && <img className={styles.hash} src={url} alt="" draggable={false} />;
}
