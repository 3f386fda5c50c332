import type { components as auth, paths as authPaths } from './generated/auth-service';
import type {
  components as notification,
  paths as notificationPaths,
} from './generated/notification-service';
import type { components as photo, paths as photoPaths } from './generated/photo-service';
import type { components as video, paths as videoPaths } from './generated/video-service';

/** Every call that the services answer, as their contracts describe it. */
export type paths = authPaths & notificationPaths & photoPaths & videoPaths;

export type Me = auth['schemas']['Me'];
export type ChangeProfile = auth['schemas']['ChangeProfile'];
export type SignUp = auth['schemas']['SignUp'];
export type SignIn = auth['schemas']['SignIn'];
export type SessionTokens = auth['schemas']['SessionTokens'];
export type SignInChallenge = auth['schemas']['SignInChallenge'];
export type Deletion = auth['schemas']['Deletion'];
export type ErasingService = auth['schemas']['ErasingService'];
export type Person = auth['schemas']['User'];

export type Media = photo['schemas']['Media'];
export type MediaKind = photo['schemas']['Kind'];
export type MediaState = photo['schemas']['MediaState'];
export type TimelinePage = photo['schemas']['TimelinePage'];
export type TimelineBucket = photo['schemas']['TimelineBucket'];
export type Usage = photo['schemas']['Usage'];
export type MintedUpload = photo['schemas']['MintedUpload'];
export type CompletedUpload = photo['schemas']['CompletedUpload'];
export type WireProblem = photo['schemas']['Problem'];

export type Video = video['schemas']['Video'];
export type CreateVideo = video['schemas']['CreateVideo'];
export type VideoWishes = video['schemas']['VideoWishes'];

export type Notification = notification['schemas']['NotificationView'];
