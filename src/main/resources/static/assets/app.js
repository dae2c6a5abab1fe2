/*
 * Everything works without this file. It runs in the head, before anything of the page is painted, because its first
 * part decides whether the page may be seen at all.
 *
 * 1. Leaving fast. <html data-leave-to="https://…"> names the neutral page; a link with class "leave" leads there.
 *
 * 2. Answers that are not sent yet, where scripts run. No words live here: texts come from data attributes, "{n}" is the count.
 *      form[data-keep-key][data-address]    the form, or the page that looks it over; the key names what is answered, the
 *                                           address is where a browser can get the form again without sending anything; its
 *                                           fields _key and _stamp come back with the answers: it is still the same sitting
 *      [data-arrived]                       stands on the page that answers have arrived at: what was kept is forgotten
 *      button[data-stays]                   a submit button that sends the answers to no store
 *
 * 3. The questionnaire
 *      form.parts                           the form
 *      .part[id][data-title]                a part, and the page's title while it is in view; its first heading takes the
 *                                           focus when the part is turned to
 *      fieldset.item                        one question: radios, or a number; the input with data-set-aside = prefer not to say
 *      fieldset.item.boxes                  one question: boxes; one with data-open counts as that while its question is answered otherwise,
 *                                           one with data-alone is unticked when another is ticked, and unticks the others
 *      input[data-number][data-max][data-step]   where a number is written, from data-number on: see numbers.js
 *      progress[data-answered]              its value follows how many questions of the form are answered or set aside
 *      [data-answered-of]                   the same in words, from data-words
 *      fieldset.item[data-when]             a question that is asked only after certain answers: "q1:often,always q2:no q3:7..24" means one
 *                                           of these to question q1, that one to q2, and a number from 7 to 24 to q3; it is gone while it is not asked
 *      label[data-when]                     the same for one box
 *      [data-none-asked][hidden]            shown in a part of which nothing is asked
 *      a[data-turn]                         leads to the next part (1) or the one before (-1) of which anything is asked
 *      .error-summary li                    a link to a question; gone while that is not asked
 *      [data-count="set-aside"]             text about the part it stands in, from data-one and data-many; empty for 0
 *      [data-count="open"]                  the same for the questions not touched yet
 *      [data-keep-box][hidden]              shown where the browser can keep answers; holds the check box [data-keep]
 *      [data-restored][hidden]              shown where answers came back; holds [data-go-on], a link to the next question
 *      [data-afresh]                        a link to an empty form
 *      [data-never-kept]                    a fieldset that is no question of the instrument: not counted, never kept
 *      [data-not-kept][hidden]              shown in it where answers came back
 *
 * 3. A result, where scripts run.
 *      button[data-copy="#id"][hidden]      shown where a page may write to the clipboard; copies the address of that link, or else
 *                                           its text
 *      [role="status"][data-copied]         says so, or from data-not-copied that the browser refused
 *      [data-once]                          stands on an answer to a form that a reload must not send again
 *      button[data-print][hidden]           opens the browser's print dialogue
 */
(() => {
  'use strict';

  const page = document.documentElement;
  const leaveTo = page.dataset.leaveTo;
  const MARK = 'seen';
  const SENT = 'sent';
  const KEPT = 'kept:';
  const ONE_HOUR = 60 * 60 * 1000;
  const ONE_DAY = 24 * ONE_HOUR;

  /* A browser may refuse storage altogether; then there is simply nothing kept. */
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return null;
    }
  };

  const tab = attempt(() => sessionStorage);
  const device = attempt(() => localStorage);

  const read = (store, key) => attempt(() => JSON.parse(store.getItem(key)));
  const forgetKept = (isDue) => [tab, device].forEach((store) => attempt(() => Object.keys(store)
      .filter((key) => key.startsWith(KEPT) && isDue(key, store))
      .forEach((key) => store.removeItem(key))));

  /* ---- 1. Leaving fast ---- */

  const cover = () => {
    page.classList.add('away');
    /* The tab, too, says nothing. */
    document.title = '\u00a0';
  };
  const hasLeft = () => attempt(() => tab.getItem(MARK)) === '1';
  const goAway = () => location.replace(leaveTo);

  const leave = () => {
    cover();
    attempt(() => tab.setItem(MARK, '1'));
    attempt(() => tab.removeItem(SENT));
    forgetKept(() => true);
    goAway();
  };

  const guard = () => {
    if (!hasLeft()) {
      return;
    }
    const [arrival] = performance.getEntriesByType('navigation');
    if (arrival && arrival.type === 'navigate') {
      /* Came here on purpose: the address was typed or a link followed. */
      attempt(() => tab.removeItem(MARK));
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

  /* ---- 2. Answers that are not sent yet ---- */

  const isSent = () => attempt(() => tab.getItem(SENT)) === '1';
  const noteSending = (form) => {
    /* What is on the screen has not arrived. */
    attempt(() => tab.removeItem(SENT));
    form.addEventListener('submit', ({ submitter }) => {
      if (!(submitter && 'stays' in submitter.dataset)) {
        attempt(() => tab.setItem(SENT, '1'));
      }
    });
  };

  /* Back to this page, or a reload, asks for the form: the browser need not ask whether to send everything once more. */
  const comesBackFrom = (address) => history.replaceState(history.state, '', address + location.hash);

  const opensOtherPagesHere = () => document.querySelectorAll('a[target]').forEach((link) => link.removeAttribute('target'));

  /* ---- 3. The questionnaire ---- */

  /* The number that is written in a field, as the key of an answer; null where that is none of its numbers. */
  const numberIn = ({ value, dataset: { number: min, max, step } }) => {
    const text = value.trim().replace('\u2212', '-');
    const number = Number(text);
    return /^-?\d{1,9}$/.test(text) && number >= min && number <= max && (number - min) % step === 0 ? String(number) : null;
  };

  const isSetAside = (input) => 'setAside' in input.dataset;
  const fieldIn = (item) => item.querySelector('input[data-number]');
  const chosenIn = (item) => {
    const field = fieldIn(item);
    return item.querySelector('input:checked:enabled') ?? (field && numberIn(field) !== null ? field : null);
  };
  const questionsOf = (form) => [...form.querySelectorAll('fieldset.item:not([data-never-kept], [hidden])')];

  const answerTo = (name) => {
    const [field, chosen, box] = ['[data-number]', ':checked', '[data-open]']
        .map((kind) => document.querySelector(`input${kind}[name="${name}"]:enabled`));
    if (field) {
      return numberIn(field);
    }
    const beside = box && chosenIn(box.closest('.boxes'));
    return chosen?.value ?? (beside && !isSetAside(beside) ? box.dataset.open : null);
  };
  const isOneOf = (answer, answers) => answers.split(',').some((each) => {
    const [from, to] = each.split('..');
    return to === undefined ? answer === from : Number(answer) >= from && Number(answer) <= to;
  });
  const isAsked = (item) => (item.dataset.when?.split(' ') ?? []).every((needed) => {
    const [name, answers] = needed.split(':');
    const answer = answerTo(name);
    return answer !== null && isOneOf(answer, answers);
  }) && (!item.matches('.boxes') || [...item.querySelectorAll('label:has([data-open])')].some(isAsked));

  const standsAlone = (form) => form.addEventListener('change', ({ target }) => {
    const boxes = target.checked && target.closest('.boxes');
    for (const other of boxes ? boxes.querySelectorAll('input') : []) {
      other.checked &&= other === target || !('alone' in { ...target.dataset, ...other.dataset });
    }
  });

  /* In the order of the page: what depends on a question that is not asked is not asked either. Its answer comes back with it, until the page is
     loaded anew. What comes up in a form that was sent back is not folded away. */
  const asksWhatFits = (form) => {
    const conditional = form.querySelectorAll('[data-when], .boxes:has([data-when])');
    if (conditional.length === 0) {
      return;
    }
    for (const item of conditional) {
      const asked = isAsked(item);
      item.classList.toggle('come-up', asked && (item.hidden || item.matches('.come-up')));
      item.hidden = (item.control ?? item).disabled = !asked;
    }
    const parts = [...form.querySelectorAll('.part')];
    for (const part of parts) {
      const isEmpty = !part.querySelector('fieldset.item:not([data-never-kept], [hidden])');
      part.classList.toggle('none-asked', isEmpty);
      part.querySelector('[data-none-asked]').hidden = !isEmpty;
    }
    for (const link of form.querySelectorAll('a[data-turn]')) {
      const step = Number(link.dataset.turn);
      let at = parts.indexOf(link.closest('.part')) + step;
      while (parts[at + step] && parts[at].matches('.none-asked')) {
        at += step;
      }
      link.href = `#${parts[at].id}`;
    }
    for (const link of form.querySelectorAll('.error-summary li > a')) {
      link.parentElement.hidden = document.getElementById(link.hash.slice(1)).closest('fieldset.item').hidden;
    }
  };

  const showCounts = (form) => {
    const items = questionsOf(form);
    const answered = items.filter(chosenIn).length;
    const inWords = ({ words, part }) => words.replace('{n}', answered).replace('{total}', items.length).replace('{part}', part);
    for (const progress of form.querySelectorAll('progress[data-answered]')) {
      progress.max = items.length;
      progress.value = answered;
      progress.setAttribute('aria-valuetext', inWords(progress.dataset));
    }
    for (const text of form.querySelectorAll('[data-answered-of]')) {
      text.textContent = inWords(text.dataset);
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

  const target = () => document.getElementById(location.hash.slice(1));
  const askedTarget = () => target()?.closest('fieldset.item:not([hidden])');

  const nameThePart = (form) => {
    const part = target()?.closest('.part') ?? form.querySelector('.part');
    if (!form.matches('.all-parts') && !page.matches('.away')) {
      document.title = part.dataset.title;
    }
    return part;
  };

  const showTheQuestion = (item) => {
    item.scrollIntoView({ block: 'start', behavior: 'instant' });
    const inView = [...item.querySelectorAll('input')].filter((input) => input.checkVisibility());
    (inView.find((input) => input === chosenIn(item)) ?? inView[0]).focus({ preventScroll: true });
  };

  /* A part that a link turned to, or Back: the browser has shown it, and scrolled to where it was. */
  const followTheAddress = (form) => addEventListener('hashchange', () => {
    const part = nameThePart(form);
    const item = askedTarget();
    if (item) {
      showTheQuestion(item);
    } else {
      part.querySelector('h2').focus({ preventScroll: true });
    }
  });

  const staysAtThePart = (form) => form.addEventListener('submit', ({ submitter }) => {
    if (submitter && 'stays' in submitter.dataset) {
      submitter.formAction += location.hash;
    }
  });

  /* After a tap, not after an arrow key: who goes through the answers by keyboard has not chosen yet. */
  const movesOnAfterATap = (form) => {
    let tapped = false;
    form.addEventListener('pointerdown', () => { tapped = true; });
    form.addEventListener('keydown', () => { tapped = false; });
    form.addEventListener('change', ({ target: { type, parentElement } }) => {
      const item = parentElement.closest('fieldset.item');
      if (!tapped || type !== 'radio' || !item) {
        return;
      }
      const inView = [...form.querySelectorAll('fieldset.item')].filter((each) => each.checkVisibility());
      const next = inView.slice(inView.indexOf(item) + 1).find((each) => !chosenIn(each));
      const isDone = inView.every((each) => chosenIn(each) || 'neverKept' in each.dataset);
      moveTo(next ?? (isDone && item === inView.at(-1) ? item.parentElement.querySelector('ul.actions') : null));
    });
  };

  const moveTo = (element) => {
    if (!element) {
      return;
    }
    const { top, bottom } = element.getBoundingClientRect();
    const above = parseFloat(getComputedStyle(page).scrollPaddingTop) + parseFloat(getComputedStyle(element).scrollMarginTop);
    if (top < above || bottom > innerHeight) {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: element.matches('ul') ? 'end' : 'start', behavior: still ? 'instant' : 'smooth' });
    }
  };

  /* ---- Numbers ---- */

  const asideIn = (item) => item.querySelector('input[data-set-aside]');
  const keepsAnswers = (form) => {
    const key = KEPT + form.dataset.keepKey;
    const box = form.querySelector('[data-keep-box]');
    const onDevice = box.querySelector('[data-keep]');
    const isNumber = ({ dataset }) => 'number' in dataset;
    const inputs = [...form.querySelectorAll('[type="radio"], [data-number], [data-set-aside], .boxes input')];
    const given = (input) => (isNumber(input) ? input.value.trim() : input.checked && input.value);
    const sitting = [...form.querySelectorAll('[name="_key"], [name="_stamp"]')];

    const keep = () => {
      const answers = Object.fromEntries(inputs.filter((input) => input.matches(':enabled') && given(input)).map((input) => [input.name, given(input)]));
      const begun = sitting.map((input) => input.value);
      attempt(() => tab.setItem(key, JSON.stringify({ until: Date.now() + ONE_HOUR, answers, begun })));
      if (onDevice?.checked) {
        const until = read(device, key)?.until ?? Date.now() + ONE_DAY;
        attempt(() => device.setItem(key, JSON.stringify({ until, answers, begun })));
      } else {
        attempt(() => device.removeItem(key));
      }
    };
    /* What the tab has is never older than what the server shows; what the device has may be. */
    const isFilled = (part) => inputs.some((input) => part.contains(input) && (input.defaultChecked || (isNumber(input) && input.defaultValue !== '')));
    const restore = (answers, isNewer) => inputs.filter((input) => {
      const item = input.closest('fieldset.item');
      const answer = answers?.[input.name];
      const was = Boolean(answer) && (isNumber(input) ? answer !== asideIn(item).value : answer === input.value);
      const isFree = isNewer ? was || (answers && item.matches('.boxes')) : was && !isFilled(item);
      return isFree && given(input) !== (was && answer);
    }).map((input) => {
      const item = input.closest('fieldset.item');
      const field = fieldIn(item);
      if (isNumber(input)) {
        field.value = answers[input.name];
        asideIn(item).checked = false;
      } else {
        input.checked = !input.checked;
        if (field) {
          field.value = '';
        }
      }
      return input;
    });

    const kept = read(device, key);
    if (onDevice) {
      onDevice.checked = Boolean(kept?.answers);
    }
    const isSentBack = isFilled(form);
    const begun = !isSentBack && (read(tab, key) ?? kept)?.begun;
    sitting.forEach((input, place) => { input.value = begun?.[place] ?? input.value; });
    const restored = [...restore(onDevice && kept?.answers, false), ...restore(read(tab, key)?.answers, true)];
    if (restored.length > 0) {
      asksWhatFits(form);
      sayWhatCameBack(form);
    }
    if (isSentBack && sitting[0]) {
      /* It may be of another sitting now. */
      keep();
    }
    box.hidden = false;
    form.addEventListener('change', keep);
    form.querySelectorAll('[data-afresh]').forEach((link) => link.addEventListener('click', () => forgetKept((other) => other === key)));
  };

  const sayWhatCameBack = (form) => {
    const line = form.querySelector('[data-restored]');
    const goOn = line.querySelector('[data-go-on]');
    const open = questionsOf(form).find((item) => !chosenIn(item));
    if (open) {
      goOn.href = `#${open.querySelector('input:enabled').id}`;
      goOn.textContent = goOn.dataset.words.replace('{n}', parseInt(open.querySelector('.number').textContent, 10));
      goOn.hidden = false;
    }
    line.hidden = false;

    const unkept = form.querySelector('[data-never-kept]');
    if (unkept && !chosenIn(unkept)) {
      const notice = unkept.querySelector('[data-not-kept]');
      notice.hidden = false;
      unkept.addEventListener('change', () => { notice.hidden = true; });
    }
  };

  forgetKept((key, store) => !(read(store, key)?.until > Date.now()));

  addEventListener('DOMContentLoaded', () => {
    if (document.querySelector('[data-arrived]') && isSent()) {
      attempt(() => tab.removeItem(SENT));
      /* Not when they are sent: they might not arrive. */
      forgetKept(() => true);
    }
    const held = document.querySelector('form[data-keep-key]');
    if (!held && location.pathname.includes('/result/')) {
      /* What is stored counts again. */
      forgetKept((key) => key.includes('/result/'));
    }
    if (held && tab) {
      noteSending(held);
      comesBackFrom(held.dataset.address);
      opensOtherPagesHere();
    }
    const form = document.querySelector('form.parts');
    if (form) {
      standsAlone(form);
      form.addEventListener('change', () => asksWhatFits(form));
      asksWhatFits(form);
      if (tab) {
        keepsAnswers(form);
      }
      form.dispatchEvent(new CustomEvent('numbers', { bubbles: true, detail: { asideIn, fieldIn, isSetAside, numberIn, showTheQuestion } }));
      nameThePart(form);
      followTheAddress(form);
      staysAtThePart(form);
      movesOnAfterATap(form);
      form.addEventListener('change', () => showCounts(form));
      showCounts(form);
      /* Only after a frame has the browser itself done with the address, and does not take the focus away. */
      addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => {
        const item = askedTarget();
        if (item) {
          showTheQuestion(item);
        }
      })));
    }
    document.querySelector('.error-summary')?.focus();
  });

  /* ---- 3. A result ---- */

  const copies = (button) => {
    const source = document.querySelector(button.dataset.copy);
    const status = document.querySelector('[data-copied]');
    button.hidden = false;
    button.addEventListener('click', async () => {
      const copied = await navigator.clipboard.writeText(source.href ?? source.textContent).then(() => true, () => false);
      status.textContent = copied ? status.dataset.copied : status.dataset.notCopied;
    });
  };

  const prints = (button) => {
    button.hidden = false;
    button.addEventListener('click', () => print());
  };

  addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-print]').forEach(prints);
    if (document.querySelector('[data-once]')) {
      comesBackFrom(location.pathname);
    }
    if (navigator.clipboard) {
      document.querySelectorAll('[data-copy]').forEach(copies);
    }
  });
})();
