import { render } from 'preact';
import { openSession } from './api.ts';
import { App } from './app.tsx';
import { restoreTheme } from './theme-button.tsx';

restoreTheme();
const place = document.getElementById('page');
if (place) {
  try {
    render(<App opening={await openSession()} />, place);
  } catch {
    place.textContent =
      'The program that serves this page does not answer. Start it with npm start, then reload.';
  }
}
