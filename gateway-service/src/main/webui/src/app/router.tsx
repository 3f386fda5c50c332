import { createBrowserRouter, type RouteObject } from 'react-router';
import { Waiting } from '@/components/waiting';
import { GuestOnly, MemberOnly, StaffOnly } from './guards';
import { NotFoundPage } from './not-found-page';
import { Root } from './root';
import { RouteCrash } from './route-crash';

const guestRoutes: RouteObject[] = [
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('@/features/account')).SignInPage }),
  },
  {
    path: 'sign-up',
    lazy: async () => ({ Component: (await import('@/features/account')).SignUpPage }),
  },
  {
    path: 'confirm',
    lazy: async () => ({ Component: (await import('@/features/account')).ConfirmPage }),
  },
  {
    path: 'sign-in/code',
    lazy: async () => ({ Component: (await import('@/features/account')).ChallengePage }),
  },
  {
    path: 'forgot-password',
    lazy: async () => ({ Component: (await import('@/features/account')).ForgotPasswordPage }),
  },
  {
    path: 'reset-password',
    lazy: async () => ({ Component: (await import('@/features/account')).ResetPasswordPage }),
  },
];

const viewerRoute: RouteObject = {
  path: 'photos/:id',
  lazy: async () => ({ Component: (await import('@/features/library')).ViewerPage }),
};

const memberRoutes: RouteObject[] = [
  {
    // The timeline stays in place under the viewer, so that closing it loses nothing.
    lazy: async () => ({ Component: (await import('./timeline-route')).TimelineRoute }),
    children: [{ index: true, element: null }, viewerRoute],
  },
  {
    // The viewer opens over these pages too, and turns through what they show.
    path: 'search',
    lazy: async () => ({ Component: (await import('@/features/search')).SearchPage }),
    children: [viewerRoute],
  },
  {
    path: 'memories/:year',
    lazy: async () => ({ Component: (await import('@/features/memories')).MemoryPage }),
    children: [viewerRoute],
  },
  {
    path: 'map',
    lazy: async () => ({ Component: (await import('@/features/map')).MapPage }),
  },
  {
    path: 'trash',
    lazy: async () => ({ Component: (await import('@/features/trash')).TrashPage }),
  },
  {
    path: 'downloads',
    lazy: async () => ({ Component: (await import('@/features/download')).DownloadsPage }),
  },
  {
    path: 'upload',
    lazy: async () => ({ Component: (await import('@/features/upload')).UploadPage }),
  },
  {
    path: 'films',
    lazy: async () => ({ Component: (await import('@/features/films')).FilmsPage }),
  },
  {
    path: 'films/new',
    lazy: async () => ({ Component: (await import('@/features/films')).NewFilmPage }),
  },
  {
    path: 'films/:id',
    lazy: async () => ({ Component: (await import('@/features/films')).FilmPage }),
  },
  {
    path: 'notifications',
    lazy: async () => ({
      Component: (await import('@/features/notifications')).NotificationsPage,
    }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('@/features/account')).AccountPage }),
  },
  {
    path: 'account/two-step',
    lazy: async () => ({ Component: (await import('@/features/account')).TwoStepPage }),
  },
  {
    path: 'account/delete',
    lazy: async () => ({ Component: (await import('@/features/account')).DeleteAccountPage }),
  },
  {
    Component: StaffOnly,
    children: [
      {
        path: 'admin/people',
        lazy: async () => ({ Component: (await import('@/features/people')).PeoplePage }),
      },
    ],
  },
];

/** For everyone, signed in or not. */
const publicRoutes: RouteObject[] = [
  {
    path: 'account-deletion',
    lazy: async () => ({ Component: (await import('@/features/account')).DeletionStatusPage }),
  },
];

export const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: RouteCrash,
    HydrateFallback: Waiting,
    children: [
      {
        Component: GuestOnly,
        children: [
          {
            lazy: async () => ({ Component: (await import('./layout/guest-layout')).GuestLayout }),
            children: [{ ErrorBoundary: RouteCrash, children: guestRoutes }],
          },
        ],
      },
      {
        Component: MemberOnly,
        children: [
          {
            lazy: async () => ({
              Component: (await import('./layout/member-layout')).MemberLayout,
            }),
            children: [{ ErrorBoundary: RouteCrash, children: memberRoutes }],
          },
        ],
      },
      {
        lazy: async () => ({ Component: (await import('./layout/guest-layout')).GuestLayout }),
        children: [{ ErrorBoundary: RouteCrash, children: publicRoutes }],
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}
