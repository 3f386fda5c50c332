import styles from './print-stack.module.css';

/** Three empty prints and a yolk sun: the art of the empty states. */
export function PrintStack() {
  return (
    <svg width="196" height="148" viewBox="0 0 196 148" focusable="false">
      <g transform="rotate(-9 64 80)">
        <rect className={styles.back} x="18" y="38" width="92" height="76" rx="5" />
      </g>
      <g transform="rotate(8 136 80)">
        <rect className={styles.back} x="88" y="36" width="92" height="76" rx="5" />
      </g>
      <rect className={styles.print} x="48" y="26" width="100" height="92" rx="5" />
      <rect className={styles.picture} x="56" y="34" width="84" height="68" rx="2" />
      <circle className={styles.sun} cx="116" cy="56" r="11" />
      <path
        className={styles.hill}
        d="M56 88c14-18 24-22 36-10s20 8 30-2c7-7 13-6 18-2v26a2 2 0 0 1-2 2H58a2 2 0 0 1-2-2z"
      />
    </svg>
  );
}
