"use strict";
// Headers become buttons that sort. Without this, the table is in order of names.
const { compare } = new Intl.Collator("en", { numeric: true });
const { tHead: head, tBodies: [body] } = document.querySelector(".everyone");
const headers = [...head.rows[0].cells];
for (const [column, header] of headers.entries()) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  header.append(button);
  button.addEventListener("click", () => {
    const direction = header.ariaSort === "ascending" ? "descending" : "ascending";
    for (const other of headers) other.ariaSort = null;
    header.ariaSort = direction;
    const text = (row) => row.cells[column].textContent;
    const rows = [...body.rows].sort((a, b) => compare(text(a), text(b)));
    body.append(...(direction === "ascending" ? rows : rows.reverse()));
  });
}
headers[0].ariaSort = "ascending";
