// A place in the list and its pin on the map are marked together, whichever one points at. Without a script the links
// between them do.
(() => {
  const numberOf = (one) => /^(?:pin|sted)-(\d+)$/.exec(one?.id ?? '')?.[1];
  const mark = (event, on) => {
    const number = numberOf(event.target.closest?.('.pin, .desk-place'));
    if (!number) return;
    for (const kind of ['pin', 'sted'])
      document.getElementById(`${kind}-${number}`)?.classList.toggle('chosen', on);
  };
  const beside = document.querySelector('.desk-map-beside');
  if (!beside) return;
  ['pointerover', 'focusin'].forEach((kind) => beside.addEventListener(kind, (event) => mark(event, true)));
  ['pointerout', 'focusout'].forEach((kind) => beside.addEventListener(kind, (event) => mark(event, false)));
})();
