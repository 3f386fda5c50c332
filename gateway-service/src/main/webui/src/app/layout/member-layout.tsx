import { Clapperboard, Images, Upload } from 'lucide-react';
import { Link, NavLink, Outlet, useNavigate } from 'react-router';
import { Logo } from '@/components/logo';
import { AccountMenu } from '@/features/account';
import { NotificationBell } from '@/features/notifications';
import { texts } from '@/lib/texts';
import { UploadPill, UploadProvider } from '@/features/upload';
import { ConnectionNotice } from './connection-notice';
import styles from './member-layout.module.css';

const contentId = 'content';

const places = [
  { to: '/', label: texts.app.photos, Icon: Images },
  { to: '/films', label: texts.app.films, Icon: Clapperboard },
  { to: '/upload', label: texts.app.upload, Icon: Upload },
];

/** Links in the top bar, tabs at the bottom of a phone. */
function Places() {
  return (
    <nav className={styles.places} aria-label={texts.app.mainNavigation}>
      {places.map(({ to, label, Icon }) => (
        <NavLink key={to} to={to} end={to === '/'} className={styles.place}>
          <Icon className={styles.placeIcon} size={20} aria-hidden="true" />
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

export function MemberLayout() {
  const navigate = useNavigate();
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
          <UploadPill />
          <NotificationBell />
          <AccountMenu />
        </div>
      </header>
      <ConnectionNotice />
      <main id={contentId} className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </UploadProvider>
  );
}
