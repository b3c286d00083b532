/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc_style.h - the style sheet of a document as HTML; for doc_html.c alone. On
 * paper, head and foot are fixed: a browser draws them on every page, and the
 * padding of main, cloned at each break, keeps the text off them. An item is a table
 * whose head is its heading: a browser repeats that on each page of it, as it does the
 * heads of the tables in it. */
#ifndef SRC_DOC_STYLE_H
#define SRC_DOC_STYLE_H

static const char *const doc_style[] = {
"html { font: 16px/1.5 \"Noto Serif\", \"Source Serif 4\", Georgia,"
" \"Liberation Serif\", \"DejaVu Serif\", serif; color: #1a1a1a;"
" background: #fff; }\n",
"body { margin: 0; overflow-wrap: anywhere; }\n",
"main { max-width: 52rem; margin: 0 auto; padding: 1.5rem; }\n",
".head, .foot, table, dt, .ref, .kind, .codename { font-family: \"Noto Sans\","
" \"Liberation Sans\", \"DejaVu Sans\", Arial, sans-serif; }\n",
".head { position: sticky; top: 0; background: #fff; padding: .4rem 1.5rem;"
" border-bottom: 1px solid #1a1a1a; font-size: .8125rem; line-height: 1.4; }\n",
".head > div { display: flex; justify-content: space-between; gap: 1.5rem; }\n",
".head .name { margin-left: .75em; }\n",
".head .marking { font-weight: 700; text-align: right; flex-shrink: 0;"
" max-width: 60%; }\n",
".head .notice { justify-content: center; font-weight: 700; color: #a01010;"
" letter-spacing: .04em; }\n",
".foot { padding: .5rem 1.5rem; font-size: .75rem; line-height: 1.4;"
" color: #444; }\n",
".foot span span + span::before { content: \" · \"; }\n",
".title { margin: 1.5rem 0 2rem; }\n",
".kind { margin: 0; font-size: .8125rem; letter-spacing: .08em;"
" text-transform: uppercase; }\n",
"h1 { font-size: 2rem; line-height: 1.2; margin: .25rem 0; }\n",
".codename { margin: 0; color: #444; }\n",
"h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 .75rem;"
" padding-bottom: .2rem; border-bottom: 2px solid #1a1a1a; }\n",
"h3 { font-size: 1.0625rem; line-height: 1.4; margin: 1.5rem 0 .25rem; }\n",
"h3.part { margin-top: 1.75rem; }\n",
"article { margin: 0 0 1.25rem; }\n",
".ref { margin-right: .6em; font-weight: 700; white-space: nowrap; }\n",
"p { margin: .4rem 0; }\n",
".lines { white-space: pre-line; }\n",
"dl { margin: .25rem 0 .5rem; columns: 2 20rem; column-gap: 2rem; }\n",
"dl div { display: flex; gap: .75rem; break-inside: avoid; }\n",
"dt { flex: 0 0 8.5rem; color: #444; font-size: .8125rem;"
" line-height: 1.8; }\n",
"dd { margin: 0; flex: 1; white-space: pre-line; font-size: .9375rem;"
" line-height: 1.55; }\n",
"table { width: 100%; border-collapse: collapse; table-layout: fixed;"
" margin: .5rem 0 1rem; font-size: .8125rem; line-height: 1.45; }\n",
"th, td { text-align: left; vertical-align: top; padding: .25rem .75rem"
" .25rem 0; border-bottom: 1px solid #c8c8c8; white-space: pre-line; }\n",
"th { border-bottom-color: #1a1a1a; font-weight: 700; }\n",
"th:last-child, td:last-child { padding-right: 0; }\n",
".right { text-align: right; padding-right: 1.5rem;"
" font-variant-numeric: tabular-nums; }\n",
".code { font-family: \"Noto Sans Mono\", \"DejaVu Sans Mono\","
" \"Liberation Mono\", monospace; font-size: .92em; }\n",
".alert { font-weight: 700; color: #a01010; }\n",
"a { color: inherit; text-decoration: underline; text-decoration-thickness:"
" 1px; text-underline-offset: 2px; }\n",
"@media (max-width: 40rem) { dl div { display: block; } }\n",
"@page { size: A4; margin: 12mm 16mm 12mm 20mm;"
" @bottom-right { content: counter(page) \" / \" counter(pages);"
" font: 8pt \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif; } }\n",
"@media print {\n",
"html { font-size: 10.5pt; }\n",
"dl { columns: 2; }\n",
"dt { flex-basis: 7.5rem; }\n",
"article { display: table; table-layout: fixed; width: 100%;"
" margin: 1.5rem 0 .75rem; }\n",
"article > h3 { display: table-header-group; }\n",
"article > :last-child { margin-bottom: 0; }\n",
"main { max-width: none; margin: 0; padding: 17mm 0 15mm;"
" -webkit-box-decoration-break: clone; box-decoration-break: clone; }\n",
".head { position: fixed; top: 0; left: 0; right: 0; height: 12mm;"
" padding: 0; overflow: hidden; font-size: 8pt; }\n",
".foot { position: fixed; bottom: 0; left: 0; right: 0; height: 8mm;"
" padding: 1mm 0 0; overflow: hidden; border-top: 1px solid #1a1a1a;"
" font-size: 7.5pt; color: #1a1a1a; }\n",
".head .name { white-space: nowrap; }\n",
"h2, h3, thead { break-after: avoid; break-inside: avoid; }\n",
"h2 { margin-top: 1.5rem; }\n",
"article, tr, dl div { break-inside: avoid; }\n",
"p { orphans: 3; widows: 3; }\n",
"a { text-decoration: none; }\n",
"}\n",
};

#endif
