import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A page's first look-up by role takes long on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
});
