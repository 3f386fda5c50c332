import type { ReactNode } from 'react';
import styles from './badge.module.css';

interface BadgeProps {
  tone?: 'plain' | 'good' | 'bad' | 'yolk';
  children: ReactNode;
}

/** A state or a role, in a word. */
export function Badge({ tone = 'plain', children }: BadgeProps) {
  return <span className={[styles.badge, styles[tone]].join(' ')}>{children}</span>;
}
