import type * as auth from './generated/auth-service';
import type * as gateway from './generated/gateway-service';
import type * as notification from './generated/notification-service';
import type * as photo from './generated/photo-service';
import type * as video from './generated/video-service';

/** All services as the browser sees them: one API. */
export type paths = auth.paths & gateway.paths & notification.paths & photo.paths & video.paths;

export type AuthSchemas = auth.components['schemas'];
export type NotificationSchemas = notification.components['schemas'];
export type PhotoSchemas = photo.components['schemas'];
export type VideoSchemas = video.components['schemas'];
