import { useMemo } from 'react';
import { encode } from 'uqr';
import { texts } from '@/lib/texts';
import styles from './qr-code.module.css';

/** The light margin without which cameras don't find the code, in modules. */
const margin = 4;

/** Dark on light in every theme: many cameras read nothing else. */
export function QrCode({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: margin });
    const dark = code.data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: code.size, path: dark.join('') };
  }, [text]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={texts.settings.qr}
      shapeRendering="crispEdges"
    >
      <path className={styles.dark} d={path} />
    </svg>
  );
}
