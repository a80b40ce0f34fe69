"""Any text, and any page of a newspaper: what Hypothesis tries on the clip."""

from hypothesis import strategies as st

LINES = [
    "Share",
    "Three navies agree on a line for rescue",
    "June 3, 2023 - 16:53 By Ji Han-gyeol",
    "By Ann Example and Bo Example, Staff Writers",
    "Updated 03/04/2023",
    "2023-06-03 16:53 KST",
    "SINGAPORE (AP) — The ministers met on Saturday and agreed.",
    "The ministers posed for a picture in Singapore. (Yonhap)",
    "Sailors at sea. (Republic of Korea Navy — Pool photo)",
    "A subhead",
    '"No sailor should drift," she said.',
    "Related articles",
    "Copyright 2023 The Example. All rights reserved.",
    "ann@example.com",
    "https://example.com/a?b=c&d=e",
    "---",
    "title: not a title",
    "- - - - a",
    "# heading",
    "    code",
    "> quote",
    "1. item",
    "===",
    "[a]: javascript:alert(1)",
    "[a](javascript:alert(1)) ![b](x) <script>alert(1)</script> &lt;script&gt; &#x202e; &copy",
    "{filename}x.md {{ 7*7 }} {% raw %} {: onclick=x}",
    "| a | b |",
    "|---|---|",
    "*a* _b_ `c` ``d` \\e \\* ~~~ ```",
    "<https://example.com> <a@example.com>",
    "\u202eevil \u200bzero \x00 nul \x1b[31m esc \ufeff \ud800 \x85 \u2028 sep \x02wzxhzdk:0\x03",
    "홍길동 기자",
    "(서울=연합뉴스) 홍길동 기자 = 세 나라 해군이 합의했다.",
    "[" * 300,
    "word " * 90,
]
SIGNS = st.text("ab1 \t[](){}<>&;#!*_`\\-+=|~.:,'\"/@\u202e\u200b\x00", max_size=40)
ANY = st.lists(st.one_of(st.sampled_from(LINES), SIGNS, st.text(max_size=30)), max_size=14)
TEXTS = st.one_of(ANY.map("\n".join), ANY.map("\n\n".join), st.text(max_size=200))
