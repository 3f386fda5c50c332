import type { ChangeEvent, ReactNode } from 'react';
import styles from './file-button.module.css';

interface FileButtonProps {
  /** The picker's whole name where its text says too little. */
  name?: string;
  look?: 'solid' | 'outline' | 'link';
  accept?: string;
  multiple?: boolean;
  /** Takes a whole folder. */
  folder?: boolean;
  /** Opens a phone's camera in place of its files. */
  camera?: boolean;
  className?: string | undefined;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** A file picker that looks like a button. */
export function FileButton({
  name,
  look = 'solid',
  accept,
  multiple = false,
  folder = false,
  camera = false,
  className,
  onFiles,
  children,
}: FileButtonProps) {
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])]);
    // So that the same file can be picked again.
    target.value = '';
  };
  return (
    <label className={[styles.button, styles[look], className].filter(Boolean).join(' ')}>
      <input
        className="visually-hidden"
        type="file"
        aria-label={name}
        multiple={multiple}
        accept={accept}
        {...(camera && { capture: 'environment' })}
        {...(folder && { webkitdirectory: '' })}
        onChange={pick}
      />
      {children}
    </label>
  );
}
