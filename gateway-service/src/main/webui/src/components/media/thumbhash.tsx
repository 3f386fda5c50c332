import { thumbhashUrl } from './thumbhash-url';
import styles from './thumbnail.module.css';

/** The blurred colours of a picture, before any byte of it has come. */
export function Thumbhash({ hash }: { hash: string }) {
  const url = thumbhashUrl(hash);
  const hide = ({ currentTarget }: { currentTarget: HTMLImageElement }) => {
    currentTarget.hidden = true;
  };
  return url && <img className={styles.hash} src={url} alt="" draggable={false} onError={hide} />;
}
