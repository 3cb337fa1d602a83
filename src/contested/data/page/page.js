// Lights up a claim wherever it stands on the page: its words, its card, its rows, its place on the map.
// Without this script the page still reads whole: every number is a link to the claim and back to its words.
"use strict";
for (const report of document.querySelectorAll("article.report")) {
  const places = new Map(); // claim -> everything of this report that bears it
  for (const bearer of report.querySelectorAll("[data-claims]")) {
    for (const claim of claimsOf(bearer)) {
      if (!places.has(claim)) places.set(claim, []);
      places.get(claim).push(bearer);
    }
  }
  const panel = report.querySelector(".panel");
  let pinned = [];

  function claimsOf(bearer) {
    return (bearer.dataset.claims || "").split(" ").filter(Boolean);
  }

  function show(claims) {
    for (const lit of report.querySelectorAll(".on")) lit.classList.remove("on");
    for (const claim of claims) for (const bearer of places.get(claim) || []) bearer.classList.add("on");
  }

  function bearerOf(target) {
    return target instanceof Element ? target.closest("[data-claims]") : null;
  }

  function cardOf(claim) {
    return (places.get(claim) || []).find((bearer) => bearer.classList.contains("card"));
  }

  // Scrolls the list of claims only, and only where it has a scroll of its own beside the text.
  function bringUp(claim) {
    const card = cardOf(claim);
    if (!card || !panel || card.hidden || panel.scrollHeight <= panel.clientHeight) return;
    const top = card.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTop += top - 56;
  }

  report.addEventListener("pointerover", (event) => {
    const bearer = bearerOf(event.target);
    show(bearer ? claimsOf(bearer) : pinned);
  });
  report.addEventListener("pointerleave", () => show(pinned));
  report.addEventListener("focusin", (event) => {
    const bearer = bearerOf(event.target);
    if (bearer) show(claimsOf(bearer));
  });
  report.addEventListener("focusout", () => show(pinned));

  // A click keeps a claim lit. Where claims overlap the shortest comes first and further clicks go through the others.
  report.addEventListener("click", (event) => {
    const bearer = bearerOf(event.target);
    if (!bearer) {
      pinned = [];
    } else {
      const claims = claimsOf(bearer);
      const next = claims[(claims.indexOf(pinned[0]) + 1) % claims.length];
      pinned = bearer.classList.contains("w") ? [next] : claims;
      if (bearer.classList.contains("w") || bearer.classList.contains("at")) bringUp(pinned[0]);
    }
    show(pinned);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      pinned = [];
      show(pinned);
    }
  });

  const filters = report.querySelector(".filters");
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", () => {
      const wanted = [...filters.querySelectorAll("select")].filter((select) => select.value);
      const cards = [...report.querySelectorAll(".card")];
      for (const card of cards) {
        card.hidden = wanted.some((select) => card.dataset[select.dataset.filter] !== select.value);
      }
      const left = cards.filter((card) => !card.hidden).length;
      filters.querySelector("output").textContent = wanted.length ? `${left} of ${cards.length} claims` : "";
    });
  }
  // A link to a claim that a filter or a closed list has hidden shows it again.
  report.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const card = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!card) return;
    card.hidden = false;
    for (let list = card.closest("details"); list; list = list.parentElement.closest("details")) list.open = true;
  });
}
