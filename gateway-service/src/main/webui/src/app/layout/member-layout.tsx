import { Link, Outlet, useNavigate } from 'react-router';
import { Logo } from '@/components/logo';
import { AccountMenu } from '@/features/account';
import { DownloadDialog, DownloadPill } from '@/features/download';
import { NotificationBell } from '@/features/notifications';
import { texts } from '@/lib/texts';
import { UploadPill, UploadProvider } from '@/features/upload';
import { ConnectionNotice } from './connection-notice';
import styles from './member-layout.module.css';
import { Places } from './places';
import { useSearchKey } from './use-search-key';

const contentId = 'content';

export function MemberLayout() {
  const navigate = useNavigate();
  useSearchKey();
  return (
    <UploadProvider onArrival={() => void navigate('/upload')}>
      <a className={styles.skip} href={`#${contentId}`}>
        {texts.app.skip}
      </a>
      <header className={styles.bar}>
        <Link to="/" className={styles.home}>
          <Logo />
        </Link>
        <Places />
        <div className={styles.tools}>
          <DownloadPill />
          <UploadPill />
          <NotificationBell />
          <AccountMenu />
        </div>
      </header>
      <ConnectionNotice />
      <main id={contentId} className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <DownloadDialog />
    </UploadProvider>
  );
}
