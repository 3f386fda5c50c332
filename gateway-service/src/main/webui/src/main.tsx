import '@fontsource-variable/fraunces/opsz.css';
import '@fontsource-variable/instrument-sans';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { registerServiceWorker } from './app/service-worker';
import { session } from './lib/session/browser-session';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void session.start();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerServiceWorker();
