// Keeps the live region of a page as the server shows it: asks again and again while the page is seen, one question at a
// time, and says so when no answer comes. Without this script a page is as good, and stays as it was loaded.
(() => {
  'use strict';
  const region = document.getElementById('live');
  if (!region) {
    return;
  }
  const policy = window.trustedTypes
    ? trustedTypes.createPolicy('nightfill', { createHTML: text => text })
    : { createHTML: text => text };
  const note = document.getElementById('as-of');
  const LONGEST = 30;
  let etag = null;
  let pause = 0;
  let timer = 0;
  let asking = false;
  let heard = new Date();

  const every = () => Number(region.dataset.every) || LONGEST;

  const say = (text, stale) => {
    note.textContent = text;
    document.body.classList.toggle('stale', stale);
  };

  const openDetails = () =>
    new Set([...region.querySelectorAll('details[id]')].filter(each => each.open).map(each => each.id));

  const replace = html => {
    const page = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
    const fresh = page.getElementById('live');
    if (!fresh || fresh.innerHTML === region.innerHTML || region.contains(getSelection().anchorNode) && !getSelection().isCollapsed) {
      return;
    }
    const open = openDetails();
    const known = new Set([...region.querySelectorAll('details[id]')].map(each => each.id));
    const focus = document.activeElement && region.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    region.dataset.every = fresh.dataset.every;
    region.replaceChildren(...fresh.childNodes);
    for (const details of region.querySelectorAll('details[id]')) {
      if (known.has(details.id)) {
        details.open = open.has(details.id);
      }
    }
    if (focus) {
      [...region.querySelectorAll('a')].find(link => link.getAttribute('href') === focus)?.focus();
    }
  };

  const take = async answer => {
    if (answer.status === 304) {
      return true;
    }
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      say('Your session has ended: log in again to see more.', true);
      return false;
    }
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    etag = answer.headers.get('ETag');
    replace(await answer.text());
    return true;
  };

  const ask = async () => {
    if (asking || document.hidden) {
      return;
    }
    asking = true;
    try {
      const headers = { 'Nightfill-Poll': '1' };
      if (etag) {
        headers['If-None-Match'] = etag;
      }
      if (!(await take(await fetch(location.href, { headers, cache: 'no-store', credentials: 'same-origin' })))) {
        return;
      }
      heard = new Date();
      pause = every();
      say('As of ' + heard.toLocaleTimeString() + '.', false);
    } catch (failure) {
      pause = Math.min(LONGEST, Math.max(every(), pause) * 1.5);
      say('No answer since ' + heard.toLocaleTimeString() + '; what you see is as of then.', true);
    } finally {
      asking = false;
    }
    timer = setTimeout(ask, pause * 1000);
  };

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!document.hidden) {
      ask();
    }
  });
  timer = setTimeout(ask, every() * 1000);
})();
