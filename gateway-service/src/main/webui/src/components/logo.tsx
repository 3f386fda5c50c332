import styles from './logo.module.css';

/** An egg seen as a print: white, yolk, and the paper around it. */
export function LogoMark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className={styles.paper} width="32" height="32" rx="8" />
      <path
        className={styles.white}
        d="M16 5.5c4.6 0 8.6 5.9 8.6 11.6 0 5.3-3.7 9.4-8.6 9.4s-8.6-4.1-8.6-9.4C7.4 11.4 11.4 5.5 16 5.5z"
      />
      <circle className={styles.yolk} cx="16" cy="18" r="4.6" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className={styles.logo}>
      <LogoMark />
      <span className={styles.word}>Albumen</span>
    </span>
  );
}
