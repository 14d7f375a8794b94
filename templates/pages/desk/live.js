// What has changed is heard, fetched and put in its place: without losing the place, the focus, what is open or half typed.
(() => {
  const page = document;
  const live = page.querySelector('[data-desk-live]');
  const count = page.querySelector('[data-urgent-count]');
  if (!window.EventSource || !AbortSignal.timeout || (!live && !count)) return;
  const told = page.querySelector('[data-desk-told]');
  const trouble = page.querySelector('[data-desk-trouble]');
  /** Longer than two signs of life of the server (desk-streams.ts). */
  const SILENT = 50000;
  /** How often one looks without a stream, with one (deadlines pass without anybody writing), and in trouble. */
  const WITHOUT = 30000;
  const ANYWAY = 300000;
  const IN_TROUBLE = 5000;
  const LEFT_ALONE = 300000;

  // What a page asks for by itself does not keep awake the session of somebody who has left the desk.
  let touched = Date.now();
  ['keydown', 'pointerdown', 'scroll'].forEach((kind) =>
    addEventListener(kind, () => (touched = Date.now()), { passive: true }),
  );

  let failures = 0;
  let isOut = false;
  let asked = Date.now();
  let seen = live ? live.dataset.seen : '';
  const fetched = async (address) => {
    asked = Date.now();
    const isUnattended = asked - touched > LEFT_ALONE;
    const answer = await fetch(address, {
      headers: { accept: 'text/html, application/json', ...(isUnattended && { 'x-unattended': '1' }) },
      signal: AbortSignal.timeout(15000),
    }).catch(() => null);
    isOut = answer !== null && (answer.redirected || answer.status === 401);
    const text = answer && answer.ok && !isOut ? await answer.text().catch(() => null) : null;
    failures = text === null ? failures + 1 : 0;
    sayTrouble();
    return text;
  };

  // Who looks at something old is told so, and not for a single answer that was lost.
  const sayTrouble = () => {
    const kind = isOut ? 'out' : failures > 1 ? 'lost' : '';
    if (!trouble || (trouble.dataset.is || '') === kind) return;
    trouble.dataset.is = kind;
    trouble.replaceChildren();
    if (kind === '') return;
    const line = page.createElement('p');
    line.className = 'desk-changed';
    const way = page.createElement('a');
    way.href = live.dataset.deskLive;
    way.textContent = trouble.dataset[`${kind}Way`];
    line.append(`${trouble.dataset[kind].replace('{kl}', seen)} `, way);
    trouble.append(line);
  };

  const clock = () => {
    const now = new Date();
    return `${now.getHours()}.${String(now.getMinutes()).padStart(2, '0')}`;
  };

  // How much waits, in the menu of every page.
  const sayCount = (number) => {
    if (!count) return;
    count.hidden = number === 0;
    count.textContent = number === 0 ? '' : String(number);
  };
  const askCount = async () => {
    const answer = await fetched('/api/v1/urgent/count');
    if (answer !== null) sayCount(JSON.parse(answer).count);
  };

  // The marks of forms are new in every answer, and no news.
  const plain = (part) => part.innerHTML.replace(/name="_(csrf|once)" value="[^"]*"/g, '').replace(/ open=""/g, '');
  const isBusy = (part) =>
    part.contains(page.activeElement) ||
    part.querySelector('details[open]') !== null ||
    [...part.querySelectorAll('input:not([type=hidden]), textarea, select')].some((one) =>
      one.tagName === 'SELECT'
        ? [...one.options].some((option) => option.selected !== option.defaultSelected)
        : one.value !== one.defaultValue || one.checked !== one.defaultChecked,
    );

  // What is said of a line changes at once; its buttons only when nobody is in the middle of them.
  const asShown = new WeakMap();
  const renew = (old, fresh) => {
    const before = asShown.get(old) || plain(old);
    if (before === plain(fresh)) return;
    asShown.set(old, plain(fresh));
    old.className = fresh.className;
    [['[data-what]', true], ['[data-do]', false]].forEach(([part, always]) => {
      const [a, b] = [old.querySelector(part), fresh.querySelector(part)];
      if (!a || !b || plain(a) === plain(b)) return;
      if (isBusy(a)) {
        if (always) keepFocus(a, () => (a.innerHTML = b.innerHTML));
        return;
      }
      a.innerHTML = b.innerHTML;
    });
  };
  const keepFocus = (part, does) => {
    const links = [...part.querySelectorAll('a')];
    const at = links.indexOf(page.activeElement);
    does();
    if (at >= 0) (part.querySelectorAll('a')[at] || part.closest('[tabindex]') || page.body).focus({ preventScroll: true });
  };

  const gone = (line) => {
    if (!isBusy(line)) return line.remove();
    if (line.querySelector('.desk-changed')) return;
    const words = page.createElement('p');
    words.className = 'desk-changed';
    words.textContent = 'Den er ikke på listen mere. Det, du har skrevet, er her endnu.';
    line.querySelector('[data-what]').append(words);
  };

  const renewLines = (list, fresh) => {
    const lines = [...fresh.querySelectorAll('[data-line]')];
    const ids = new Set(lines.map((line) => line.id));
    [...list.children].filter((line) => !ids.has(line.id)).forEach(gone);
    // The line that somebody is in stays where it is, and the others are put before and after it: a line that is
    // moved loses the focus, and nothing else.
    const anchor = [...list.children].find((line) => line.contains(page.activeElement)) || null;
    let before = anchor !== null && ids.has(anchor.id);
    lines.forEach((line) => {
      const old = page.getElementById(line.id);
      if (old) renew(old, line);
      if (old && old === anchor) before = false;
      else list.insertBefore(old || page.importNode(line, true), before ? anchor : null);
    });
  };

  const renewParts = (fresh) => {
    live.querySelectorAll('[data-part]').forEach((part) => {
      const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
      if (other && plain(part) !== plain(other) && !isBusy(part)) part.innerHTML = other.innerHTML;
    });
  };

  const say = (fresh) => {
    const before = live.dataset.told || live.querySelectorAll('[data-line]').length;
    const total = fresh.querySelector('.desk-total');
    const number = total ? Number(total.textContent.replace(/\D/g, '')) : 0;
    if (told && String(number) !== String(before)) told.textContent = number === 1 ? '1 ting venter' : `${number} ting venter`;
    live.dataset.told = number;
  };

  let isRunning = false;
  let isWanted = false;
  const refresh = async () => {
    isWanted = isRunning || page.hidden;
    if (isWanted) return;
    isRunning = true;
    try {
      await look();
    } finally {
      isRunning = false;
    }
    if (isWanted) setTimeout(refresh, 700);
    else if (failures === 1) setTimeout(refresh, 1500);
  };
  const look = async () => {
    const whole = live ? await fetched(live.dataset.deskLive) : '';
    const other = whole && new DOMParser().parseFromString(whole, 'text/html').getElementById(live.id);
    if (other) {
      const list = live.querySelector('[data-lines]');
      if (list) {
        say(other);
        renewLines(list, other.querySelector('[data-lines]'));
      }
      renewParts(other);
      seen = clock();
      const stamp = page.querySelector('[data-updated]');
      if (stamp) stamp.textContent = `opdateret kl. ${seen}`;
      ago();
    }
    if (whole !== null) await askCount();
  };

  // "12 min. siden" goes on by itself.
  const since = (from) => {
    const minutes = Math.max(1, Math.floor((Date.now() - from) / 60000));
    if (minutes < 60) return `${minutes} min.`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return hours === 1 ? '1 time' : `${hours} timer`;
    const days = Math.floor(hours / 24);
    return days === 1 ? '1 dag' : `${days} dage`;
  };
  const ago = () =>
    page.querySelectorAll('[data-ago]').forEach((one) => {
      const words = since(Date.parse(one.dateTime));
      if (one.textContent !== words) one.textContent = words;
    });
  setInterval(ago, 15000);

  let stream;
  let tried = 0;
  let heard = 0;
  let isHeard = false;
  let heardBefore = false;
  const hear = () => {
    heard = Date.now();
    isHeard = true;
  };
  const listen = () => {
    if (stream || page.hidden || isOut) return;
    tried = heard = Date.now();
    stream = new EventSource('/kommune/stroem');
    // Back again: what was called out meanwhile is not known.
    stream.addEventListener('klar', () => {
      hear();
      if (heardBefore) refresh();
      heardBefore = true;
    });
    stream.addEventListener('aendret', () => {
      hear();
      refresh();
    });
    stream.addEventListener('her', hear);
    stream.addEventListener('slut', () => {
      hush();
      refresh();
    });
    // It tries again by itself; whether what stands here can be trusted meanwhile is found out at once.
    stream.addEventListener('error', () => {
      if (isHeard) setTimeout(refresh, 1000);
      isHeard = false;
    });
  };
  const hush = () => {
    if (stream) stream.close();
    stream = undefined;
  };
  setInterval(() => {
    if (page.hidden || isOut) return;
    const isOpen = stream && stream.readyState === EventSource.OPEN;
    // Open, and nothing is said: the computer has slept, or its net is another one. Nobody else finds out.
    const isDead = isOpen && Date.now() - heard > SILENT;
    if (isDead || (stream && stream.readyState === EventSource.CLOSED)) hush();
    const pause = failures > 0 ? IN_TROUBLE : isOpen && !isDead ? ANYWAY : WITHOUT;
    if (isDead || Date.now() - asked >= pause) refresh();
    if (isDead || Date.now() - tried >= WITHOUT / 2) listen();
  }, 5000);
  // A browser has few connections: a page that nobody sees holds none.
  page.addEventListener('visibilitychange', () => {
    if (page.hidden) return hush();
    touched = Date.now();
    isOut = false;
    listen();
    if (isWanted || heardBefore) refresh();
  });
  addEventListener('pagehide', hush);
  addEventListener('pageshow', (event) => event.persisted && (listen(), refresh()));
  listen();
  askCount();
  ago();
})();
