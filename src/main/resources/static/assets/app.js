/*
 * Everything works without this file. It runs in the head, before anything of the page is painted, because its first
 * part decides whether the page may be seen at all.
 *
 * 1. Leaving fast. <html data-leave-to="https://…"> names the neutral page; a link with class "leave" leads there.
 *
 * 2. The questionnaire, where scripts run. No words live here: texts come from data attributes, "{n}" is the count.
 *      form.parts[data-keep-key]            the form; its key names the instrument and its version
 *      .part[id]                            a part; its first heading takes the focus when the part is turned to
 *      a[href="#part-…"]                    turns to a part without adding a step to the browser's history
 *      fieldset.item                        one question: radios; the one with data-set-aside = prefer not to say
 *      progress[data-answered]              its value follows how many questions of the form are answered or set aside
 *      [data-count="set-aside"]             text about the part it stands in, from data-one and data-many; empty for 0
 *      [data-count="open"]                  the same for the questions not touched yet
 *      [data-keep-box][hidden]              shown where the browser can keep answers; holds the check box [data-keep]
 *      [data-never-kept]                    a fieldset that is no question of the instrument: not counted, never kept
 *      [data-arrived]                       stands on the page that answers have arrived at: what was kept is forgotten
 *      button[data-stays]                   a submit button for the same page in other words: the part in view stays in view
 */
(() => {
  'use strict';

  const page = document.documentElement;
  const leaveTo = page.dataset.leaveTo;
  const MARK = 'seen';
  const KEPT = 'kept:';
  const ONE_DAY = 24 * 60 * 60 * 1000;

  /* A browser may refuse storage altogether; then there is simply nothing kept. */
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return null;
    }
  };

  const forgetKept = (isDue) => attempt(() => Object.keys(localStorage)
      .filter((key) => key.startsWith(KEPT) && isDue(key))
      .forEach((key) => localStorage.removeItem(key)));

  /* ---- 1. Leaving fast ---- */

  const cover = () => {
    page.classList.add('away');
    document.title = '\u00a0'; // the tab, too, says nothing
  };
  const hasLeft = () => attempt(() => sessionStorage.getItem(MARK)) === '1';
  const goAway = () => location.replace(leaveTo);

  const leave = () => {
    cover();
    attempt(() => sessionStorage.setItem(MARK, '1'));
    forgetKept(() => true);
    goAway();
  };

  const guard = () => {
    if (!hasLeft()) {
      return;
    }
    const [arrival] = performance.getEntriesByType('navigation');
    if (arrival && arrival.type === 'navigate') {
      attempt(() => sessionStorage.removeItem(MARK)); // came here on purpose: the address was typed or a link followed
    } else {
      cover();
      goAway();
    }
  };

  const listenForLeaving = () => {
    let presses = [];
    addEventListener('keydown', (event) => {
      if (event.key !== 'Shift') {
        presses = [];
      } else if (!event.repeat) {
        presses = [...presses.filter((time) => event.timeStamp - time < 3000), event.timeStamp];
        if (presses.length >= 3) {
          leave();
        }
      }
    }, true);
    addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a.leave')) {
        event.preventDefault();
        leave();
      }
    }, true);
    /* What the browser keeps in memory for "Back" is blank, and stays so until it has loaded anew. */
    addEventListener('pagehide', (event) => {
      if (event.persisted) {
        cover();
      }
    });
    addEventListener('pageshow', (event) => {
      if (event.persisted) {
        cover();
        if (hasLeft()) {
          goAway();
        } else {
          location.reload();
        }
      }
    });
  };

  if (leaveTo) {
    page.classList.add('scripted');
    guard();
    listenForLeaving();
  }

  /* ---- 2. The questionnaire ---- */

  const isSetAside = (radio) => 'setAside' in radio.dataset;
  const chosenIn = (item) => item.querySelector('input:checked');

  const showCounts = (form) => {
    const items = [...form.querySelectorAll('fieldset.item:not([data-never-kept])')];
    for (const progress of form.querySelectorAll('progress[data-answered]')) {
      progress.max = items.length;
      progress.value = items.filter(chosenIn).length;
    }
    for (const text of form.querySelectorAll('[data-count]')) {
      const inPart = items.filter((item) => text.closest('.part')?.contains(item));
      const isCounted = text.dataset.count === 'open'
          ? (item) => !chosenIn(item)
          : (item) => chosenIn(item) && isSetAside(chosenIn(item));
      const count = inPart.filter(isCounted).length;
      const words = { 0: '', 1: text.dataset.one }[count] ?? text.dataset.many;
      text.textContent = words.replace('{n}', count);
    }
  };

  const turnTo = (part) => {
    location.replace(`#${part.id}`); // :target follows, and "Back" still leads out of the questionnaire
    const heading = part.querySelector('h1, h2, h3');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    part.scrollIntoView({ block: 'start' });
  };

  const turnWithoutHistory = (form) => addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    const part = link && document.getElementById(link.getAttribute('href').slice(1));
    if (part && part.matches('.part') && form.contains(part) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      turnTo(part);
    }
  });

  const staysAtThePart = (form) => form.addEventListener('submit', ({ submitter }) => {
    if (submitter && 'stays' in submitter.dataset) {
      submitter.formAction += location.hash;
    }
  });

  const keepsAnswers = (form) => {
    const box = form.querySelector('[data-keep-box]');
    const choice = box?.querySelector('[data-keep]');
    if (!choice || !attempt(() => localStorage)) {
      return;
    }
    const key = KEPT + form.dataset.keepKey;
    const mayBeKept = (input) => input.type === 'radio' && !input.closest('[data-never-kept]');
    const radios = () => [...form.elements].filter(mayBeKept);
    const read = () => attempt(() => JSON.parse(localStorage.getItem(key)));

    const keep = () => {
      const answers = Object.fromEntries(radios().filter((radio) => radio.checked).map((radio) => [radio.name, radio.value]));
      const until = read()?.until ?? Date.now() + ONE_DAY;
      attempt(() => localStorage.setItem(key, JSON.stringify({ until, answers })));
    };
    const restore = (answers) => radios().forEach((radio) => {
      const alreadyAnswered = radios().some((other) => other.name === radio.name && other.defaultChecked);
      if (!alreadyAnswered && answers[radio.name] === radio.value) {
        radio.checked = true;
      }
    });

    const kept = read();
    if (kept?.answers) {
      choice.checked = true;
      restore(kept.answers);
    } else {
      choice.checked = false;
    }
    box.hidden = false;
    form.addEventListener('change', () => choice.checked ? keep() : forgetKept((other) => other === key));
  };

  forgetKept((key) => !(attempt(() => JSON.parse(localStorage.getItem(key)).until) > Date.now()));

  addEventListener('DOMContentLoaded', () => {
    if (document.querySelector('[data-arrived]')) {
      forgetKept(() => true); // not when they are sent: they might not arrive
    }
    const form = document.querySelector('form.parts');
    if (form) {
      keepsAnswers(form);
      turnWithoutHistory(form);
      staysAtThePart(form);
      form.addEventListener('change', () => showCounts(form));
      showCounts(form);
    }
    for (const element of document.querySelectorAll('[data-print]')) {
      element.hidden = false;
      element.addEventListener('click', () => print());
    }
  });
})();
