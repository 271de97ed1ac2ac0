// What is missing for somebody who listens to the page, in words.
(() => {
  const missing = [];
  const hold = (holds, words) => holds || missing.push(words);
  const all = (selector) => [...document.querySelectorAll(selector)];
  hold(document.documentElement.lang === "en", "a language");
  hold(document.title.length > 10, "a title");
  hold(all("main").length === 1 && all("h1").length === 1, "one main part with one heading");
  hold(document.querySelector("main")?.id === document.querySelector("a.skip")?.hash.slice(1), "a way to skip to it");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    hold(next <= level + 1, `a heading above ${heading.textContent}`);
    hold(heading.textContent.trim(), "words in a heading");
    level = next;
  }
  const ids = all("[id]").map((element) => element.id);
  hold(new Set(ids).size === ids.length, "ids of one element each");
  for (const element of all("[aria-labelledby]")) {
    for (const id of element.getAttribute("aria-labelledby").split(" ")) hold(ids.includes(id), `the label ${id}`);
  }
  for (const link of all("a[href^='#']")) hold(ids.includes(link.hash.slice(1)), `the place ${link.hash}`);
  for (const table of all("table")) {
    hold(table.caption?.textContent.trim(), "a caption");
    hold([...table.querySelectorAll("th")].every((head) => head.scope), "what a header is of");
    hold([...table.tBodies[0].rows].every((row) => row.querySelector("th[scope=row]")), "what a row is about");
    hold([...table.tHead.rows[0].cells].every((head) => head.textContent.trim()), "the name of a column");
  }
  for (const picture of all("svg:not([aria-hidden])")) {
    hold(picture.getAttribute("role") === "img", "that a picture is one");
    hold(picture.querySelector("title")?.textContent && picture.querySelector("desc")?.textContent, "what a picture shows");
  }
  for (const region of all("[role=region]")) hold(region.ariaLabel || region.getAttribute("aria-labelledby"), "a region's name");
  for (const control of all("a, button, summary")) hold(control.textContent.trim(), "a control's name");
  return missing;
})()
