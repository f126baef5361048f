// Keeps the live region of a page as the server shows it: asks again and again while the page is seen, one question at
// a time, says what came instead of an answer, and waits while somebody is at work in it. Shows times in the viewer's
// zone, and lets a list be walked by keys. Without this script a page is as good, and stays as it was loaded.
(() => {
  'use strict';
  const two = number => String(number).padStart(2, '0');

  // ---- times, in the zone of whoever looks; a business date is no time, and stays as it is
  const day = at => at.getFullYear() + '-' + two(at.getMonth() + 1) + '-' + two(at.getDate());
  const minute = at => two(at.getHours()) + ':' + two(at.getMinutes());
  const second = at => minute(at) + ':' + two(at.getSeconds());
  const offset = at => {
    const minutes = -at.getTimezoneOffset();
    const size = Math.abs(minutes);
    return (minutes < 0 ? '-' : '+') + two(Math.floor(size / 60)) + ':' + two(size % 60);
  };
  const shown = {
    time: (at, there) => (there && there !== day(at) ? day(at) + ' ' : '') + minute(at),
    second: at => second(at),
    full: at => day(at) + ' ' + second(at) + ' ' + offset(at),
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const localise = within => {
    for (const time of within.querySelectorAll('time[data-style]')) {
      time.textContent = shown[time.dataset.style](new Date(time.dateTime), time.dataset.day);
    }
    for (const name of zone ? within.querySelectorAll('[data-zone]') : []) {
      name.textContent = zone;
    }
  };

  // ---- keys
  const typing = target => target.closest('input, select, textarea, dialog') !== null;
  const rows = () => [...document.querySelectorAll('a[data-row]')];
  const walk = step => {
    const all = rows();
    const here = all.findIndex(row => row.closest('tr').contains(document.activeElement));
    all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + step))]?.focus();
  };
  const search = () => {
    const field = document.getElementById('search');
    const details = field?.closest('details');
    if (details) {
      details.open = true;
    }
    field?.focus();
  };
  const keys = { j: () => walk(1), k: () => walk(-1), '/': search, '?': () => document.getElementById('keys')?.showModal() };
  document.addEventListener('keydown', event => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  const help = document.getElementById('keys-button');
  if (help) {
    help.hidden = false;
    help.addEventListener('click', keys['?']);
  }

  const region = document.getElementById('live');
  let raw = region ? region.innerHTML : '';
  localise(document);
  if (!region) {
    return;
  }

  // ---- news
  const policy = window.trustedTypes
    ? trustedTypes.createPolicy('nightfill', { createHTML: text => text })
    : { createHTML: text => text };
  const note = document.getElementById('as-of');
  const LONGEST = 30;
  const LATE = 3;
  let etag = null;
  let pause = 0;
  let timer = 0;
  let asking = false;
  let over = false;
  const troubles = { gone: 'The database does not answer. ', slow: 'This takes the database too long. ' };
  const SILENT = 'The console does not answer. ';
  const LATER = 'The console cannot show this now. ';
  const WRONG = 'Something went wrong in the console. ';
  // a proxy in front answers 502 and 504 where the console does not
  const refusals = { 404: 'This page is no more. ', 409: LATER, 429: LATER, 502: SILENT, 503: LATER, 504: SILENT };
  let trouble = '';
  let paused = '';
  let asOf = new Date(note.querySelector('time')?.dateTime ?? Date.now());
  let heard = Date.now();

  const every = () => Number(region.dataset.every) || LONGEST;

  const ago = seconds => seconds < 1 ? 'just now' : seconds < 120 ? seconds + ' s ago' : Math.floor(seconds / 60) + ' min ago';

  // its age by this clock alone, which may differ from the server's
  const say = () => {
    const age = Math.floor((Date.now() - heard) / 1000);
    const time = document.createElement('time');
    time.dateTime = asOf.toISOString();
    time.title = asOf.toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
    time.textContent = second(asOf);
    note.replaceChildren(trouble, paused, 'As of ', time, ', ' + ago(age) + '.');
    document.body.classList.toggle('stale', trouble !== '' || age > LATE * every() + LONGEST);
  };

  const keepLive = fresh => {
    for (const live of region.querySelectorAll('[aria-live][id]')) {
      const next = fresh.querySelector('#' + CSS.escape(live.id));
      if (next) {
        if (next.textContent !== live.textContent) {
          live.replaceChildren(...next.childNodes);
        }
        next.replaceWith(live);
      }
    }
  };

  const path = element => element && region.contains(element) ? element.getAttribute('href') || element.id : null;

  // what somebody does in the region that a change of it would break off
  const busy = () => {
    const { isCollapsed, anchorNode, focusNode } = getSelection();
    if (!isCollapsed && (region.contains(anchorNode) || region.contains(focusNode))) {
      return 'Paused while you select. ';
    }
    if (document.activeElement?.closest('#live form')) {
      return 'Paused while you filter. ';
    }
    return region.matches(':active') ? 'Paused while you click. ' : '';
  };

  const parse = html =>
    new DOMParser().parseFromString(policy.createHTML(html), 'text/html').getElementById('live');

  const replace = fresh => {
    raw = fresh.innerHTML;
    localise(fresh);
    const known = new Map([...region.querySelectorAll('details[id]')].map(each => [each.id, each.open]));
    const typed = new Map([...region.querySelectorAll('input[id], select[name], input[name]')].map(each => [each.name, each.value]));
    const focus = path(document.activeElement?.closest('[href], [id]'));
    region.dataset.every = fresh.dataset.every;
    keepLive(fresh);
    region.replaceChildren(...fresh.childNodes);
    for (const details of region.querySelectorAll('details[id]')) {
      details.open = known.get(details.id) ?? details.open;
    }
    for (const field of region.querySelectorAll('form[method=get] [name]')) {
      field.value = typed.get(field.name) ?? field.value;
    }
    if (focus) {
      [...region.querySelectorAll('[href], [id]')].find(element => path(element) === focus)?.focus({ preventScroll: true });
    }
  };

  const end = () => {
    over = true;
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'Log in again';
    const banner = document.createElement('p');
    banner.className = 'refusal';
    banner.setAttribute('role', 'alert');
    banner.append('Your session has ended, and this page shows no news any more. ', link, '.');
    note.before(banner);
    trouble = 'Not up to date. ';
    say();
  };

  // whether it is an answer; what is shown grows older until it is as the server has it
  const take = async answer => {
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      end();
      return false;
    }
    const fresh = answer.ok ? parse(await answer.text()) : null;
    if (answer.status !== 304 && !fresh) {
      trouble = refusals[answer.status] ?? WRONG;
      return false;
    }
    trouble = troubles[answer.headers.get('Nightfill-Database')] ?? '';
    const news = fresh !== null && fresh.innerHTML !== raw;
    paused = news ? busy() : '';
    if (paused) {
      return true;
    }
    if (news) {
      replace(fresh);
    }
    etag = fresh ? answer.headers.get('ETag') : etag;
    asOf = new Date(answer.headers.get('Nightfill-As-Of') ?? Date.now());
    heard = trouble ? heard : Date.now();
    return true;
  };

  const ask = async () => {
    if (asking || over || document.hidden) {
      return;
    }
    asking = true;
    clearTimeout(timer);
    const headers = { 'Nightfill-Poll': '1' };
    if (etag) {
      headers['If-None-Match'] = etag;
    }
    let answered = false;
    try {
      answered = await take(await fetch(location.href, { headers, cache: 'no-store', credentials: 'same-origin' }));
    } catch (failure) {
      trouble = SILENT;
    } finally {
      asking = false;
    }
    if (over) {
      return;
    }
    pause = answered ? every() : Math.min(LONGEST, Math.max(every(), pause) * 1.5);
    say();
    timer = setTimeout(ask, pause * 1000);
  };

  // news that waited is taken at once; the answer comes later than the click that a button's release is part of
  const resume = () => {
    if (paused && !busy()) {
      paused = '';
      ask();
    }
  };
  for (const ends of ['selectionchange', 'focusout', 'pointerup', 'keyup']) {
    document.addEventListener(ends, resume);
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!document.hidden) {
      ask();
    }
  });
  setInterval(() => document.hidden || say(), 1000);
  timer = setTimeout(ask, every() * 1000);
})();
