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
export type RenewedUpload = photo['schemas']['RenewedUpload'];
export type CompletedUpload = photo['schemas']['CompletedUpload'];
export type WireProblem = photo['schemas']['Problem'];

type Columns = photo['schemas']['TileColumns'];
type Loose = Sparse | 'state';
type Sparse = 'renditionKey' | 'ratio' | 'thumbhash' | 'utcOffsetMinutes' | 'durationMs' | 'place';

/** What a tile grid is made of; the contract can't say which columns have empty cells. */
export type MediaColumns = Omit<Columns, Loose> & {
  [Column in Sparse]: (Columns[Column][number] | null)[];
} & { state: MediaState[] };

/** A picture's URL is base + renditionKey + '/thumbnail.webp' + query. */
export type Renditions = photo['schemas']['SignedPrefix'];
export type SearchPage = Omit<photo['schemas']['SearchPage'], Loose> & MediaColumns;
export type SearchQuery = NonNullable<photoPaths['/api/v1/search']['get']['parameters']['query']>;
export type Suggestion = photo['schemas']['SearchSuggestion'];
export type SuggestionType = Suggestion['type'];
export type MapMarker = photo['schemas']['MapMarker'];
export type Memory = Omit<photo['schemas']['Memory'], 'media'> & { media: MediaColumns };
export type TrashPage = Omit<photo['schemas']['TrashPage'], Loose> & MediaColumns;
export type ItemResult = photo['schemas']['ItemResult'];
export type Download = photo['schemas']['Download'];
export type DownloadPart = photo['schemas']['DownloadPart'];
export type DownloadSize = photo['schemas']['DownloadSize'];
export type DownloadState = Download['state'];

export type Video = video['schemas']['Video'];
export type CreateVideo = video['schemas']['CreateVideo'];
export type VideoWishes = video['schemas']['VideoWishes'];

export type Notification = notification['schemas']['NotificationView'];
