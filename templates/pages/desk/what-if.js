// Hvad nu hvis: the list follows the handles while they are dragged. Without it the same form has a button.
(() => {
  const page = document;
  const form = page.querySelector('[data-what-if]');
  if (!form) return;
  const [list, then] = [page.getElementById('liste'), page.querySelector('[data-then]')];
  const handles = [...form.querySelectorAll('input[type=range]')];
  const details = form.closest('details');
  const wide = matchMedia('(min-width: 64em)');
  if (wide.matches) details.open = true;

  const say = (handle) => {
    const words = JSON.parse(handle.dataset.words)[handle.value] || handle.value;
    handle.setAttribute('aria-valuetext', words);
    handle.parentElement.querySelector('.handle-words').textContent = words;
  };
  const isMoved = () => handles.some((one) => one.value !== one.dataset.now);
  const swap = (asked) => {
    then.hidden = !asked;
    list.hidden = asked;
  };

  const fail = () => {
    const said = page.createElement('p');
    said.className = 'rank-sum';
    said.setAttribute('role', 'alert');
    said.textContent = form.dataset.fault;
    then.replaceChildren(said);
    swap(true);
  };

  const WAIT = 60;
  let timer;
  let asking;
  const ask = async () => {
    if (asking) asking.abort();
    if (!isMoved()) return swap(false);
    asking = new AbortController();
    const fields = new URLSearchParams(new FormData(form));
    fields.set('_csrf', form.querySelector('[data-csrf]').value);
    try {
      const answer = await fetch(form.dataset.whatIf, { method: 'POST', body: fields, signal: asking.signal });
      // Signed out meanwhile, or something is wrong: the old list beside handles that stand elsewhere would be a lie.
      if (!answer.ok || answer.redirected) return fail();
      then.innerHTML = await answer.text();
      swap(true);
    } catch (error) {
      // Dragged on: the next question is on its way.
      if (error.name !== 'AbortError') fail();
    }
  };
  form.addEventListener('input', (event) => {
    say(event.target);
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  form.querySelector('[data-as-it-is]').addEventListener('click', (event) => {
    event.preventDefault();
    for (const handle of handles) {
      handle.value = handle.dataset.now;
      say(handle);
    }
    ask();
  });
})();
