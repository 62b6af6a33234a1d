import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const KEPT_AS = 'theme';

/** Changes between light and dark. Until it is pressed the page does as the system does. */
export function ThemeButton(): JSX.Element {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setDark(isDark());
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return (
    <button
      type="button"
      class="theme"
      aria-pressed={dark}
      aria-label="Dark colours"
      onClick={() => {
        const next = dark ? 'light' : 'dark';
        document.documentElement.dataset['theme'] = next;
        sessionStorage.setItem(KEPT_AS, next);
        setDark(!dark);
      }}
    >
      <span aria-hidden="true">◐</span>
    </button>
  );
}

/** Sets the colours that were chosen before in this tab. */
export function restoreTheme(): void {
  const kept = sessionStorage.getItem(KEPT_AS);
  if (kept) document.documentElement.dataset['theme'] = kept;
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
