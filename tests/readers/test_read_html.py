"""Web pages: the report told from the furniture around it, and what the page says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.document import Block, Document, Metadata
from checker.readers import read as read_file
from checker.readers import read_bytes

PAGE = Path(__file__).parents[2] / "fixtures" / "dev" / "d06.html"
TITLE = "某县水利局2023年度法治政府建设年度报告"
PROSE = [
    "2023年，县水利局坚持依法行政，严格规范公正文明执法，推动水利工作在法治轨道上运行。",
    "一、主要做法和成效",
    "（一）加强学习。局党组全年学习4次，组织学习会9次，43名干部参加年度学法用法考试，合格率100%。",
    "二、存在的不足和原因",
    "由于机构改革后编制偏少，部分乡镇没有专职执法人员，巡查频次不够，执法装备老化。",
]
NAV = '<div class="nav"><a href="/">首页</a> <a href="/gk">政务公开</a> <a href="/fw">政务服务</a></div>'
FOOTER = '<div class="footer"><p>主办：某县人民政府　ICP备00000000号</p><p>技术支持：县大数据中心，欢迎来电，欢迎来信，欢迎来访。</p></div>'


def page(body: str, head: str = f"<title>{TITLE}_某县人民政府门户网站</title>") -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def read(text: str) -> Document:
    document = read_bytes(text.encode(), "报告.html")
    assert document.media_type == "text/html"
    return document


def shown(document: Document, block: Block) -> str:
    return document.text[block.span.start : block.span.end]


def report(document: Document) -> list[str]:
    return [shown(document, block) for block in document.blocks if not block.furniture]


def furniture(document: Document) -> list[str]:
    return [shown(document, block) for block in document.blocks if block.furniture]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_page_of_a_government_site() -> None:
    document = read_file(str(PAGE))
    assert document.metadata == Metadata(
        "云渡市交通运输局2023年度法治政府建设年度报告", "云渡市交通运输局", "2024-02-02 16:20", "2024-01-31"
    )
    found = report(document)
    assert found[:6] == [
        "索引号\t01234567X/2024-00163\t主题分类\t综合政务 / 报告",
        "发布机构\t云渡市交通运输局\t成文日期\t2024-01-31",
        "文号\t无\t有效性\t有效",
        "云渡市交通运输局2023年度法治政府建设年度报告",
        "发布时间：2024-02-02 16:20\xa0\xa0浏览量：208次\xa0\xa0【字体：大 中 小】",
        found[5],
    ]
    assert found[5].startswith("2023年，云渡市交通运输局坚持")
    assert found[-1] == "特此报告。"
    aside = "\n".join(furniture(document))
    for words in ("首页", "您当前的位置", "分享到", "相关链接", "执法全过程记录办法", "主办单位", "扫一扫"):
        assert words in aside
    assert "doZoom" not in document.text
    assert document.text == "\n".join(shown(document, block) for block in document.blocks)


def test_run_in_headings_stay_with_their_paragraph_and_bold_ones_are_emphasis() -> None:
    document = read_file(str(PAGE))
    by_text = {shown(document, block): block for block in document.blocks}
    assert by_text["一、主要举措和成效"].emphasis
    run_in = next(block for text, block in by_text.items() if text.startswith("（一）统筹推进"))
    assert not run_in.emphasis
    assert by_text["云渡市交通运输局2023年度法治政府建设年度报告"].level == 1


def test_a_site_that_arranges_its_page_with_tables() -> None:
    body = (
        f"<table width=1000><tr><td colspan=2>{NAV}</td></tr><tr><td width=200><table>"
        "<tr><td><a href=#>通知公告</a></td></tr><tr><td><a href=#>法治建设</a></td></tr></table></td>"
        f"<td><table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>发布日期：2024-01-20 来源：县水利局</td></tr>"
        f"<tr><td>{'<br>'.join('　　' + text for text in PROSE)}</td></tr>"
        "<tr><td><table border=1><tr><td>项目</td><td>数量</td></tr><tr><td>执法检查</td><td>12次</td></tr></table></td></tr>"
        f"<tr><td align=right>某县水利局<br>2024年1月15日</td></tr></table></td></tr><tr><td colspan=2>{FOOTER}</td></tr></table>"
    )
    document = read(page(body))
    assert report(document) == [
        TITLE,
        "发布日期：2024-01-20 来源：县水利局",
        *PROSE,
        "项目\t数量",
        "执法检查\t12次",
        "某县水利局",
        "2024年1月15日",
    ]
    assert document.metadata == Metadata(TITLE, "县水利局", "2024-01-20", None)
    kinds = {shown(document, block): block.kind for block in document.blocks}
    assert kinds["执法检查\t12次"] == "table_row"
    assert kinds[PROSE[0]] == "paragraph"


def test_a_page_without_any_container() -> None:
    document = read(page(f"<h1>{TITLE}</h1>" + paragraphs(PROSE)))
    assert report(document) == [TITLE, *PROSE]
    assert furniture(document) == []


def test_text_that_stands_in_no_paragraph_is_not_lost() -> None:
    body = f"游离的文字<div>{PROSE[0]}<span>{PROSE[2]}</span><div>{PROSE[4]}</div>尾巴</div><td>单元格</td>"
    assert "".join(report(read(page(body)))) == "游离的文字" + PROSE[0] + PROSE[2] + PROSE[4] + "尾巴单元格"


def test_signature_outside_the_container_of_the_text() -> None:
    body = (
        f"{NAV}<div class=main><h1>{TITLE}</h1><div class=con>{paragraphs(PROSE)}</div>"
        f"<div style='text-align:right'>某县水利局</div><div>2024年1月15日</div><div class=share>分享到：微信</div>"
        f"<div>上一篇：工作要点</div></div>{FOOTER}"
    )
    document = read(page(body))
    assert report(document) == [TITLE, *PROSE, "某县水利局", "2024年1月15日"]
    assert "上一篇：工作要点" in furniture(document)


@pytest.mark.parametrize("name", ["printArea", "wz", "rel", "content print", "tool"])
def test_a_container_named_like_furniture_is_none_where_it_holds_the_text(name: str) -> None:
    body = f"{NAV}<div class='{name}' id='{name}'><h1>{TITLE}</h1>{paragraphs(PROSE)}</div>{FOOTER}"
    assert report(read(page(body))) == [TITLE, *PROSE]


def test_a_summary_in_a_sidebar_is_furniture() -> None:
    body = (
        f"{NAV}<div class='sidebar'><h3>要闻</h3><p>县委书记调研法治建设工作，强调要严格规范公正文明执法。</p></div>"
        f"<div class=con><h1>{TITLE}</h1>{paragraphs(PROSE * 2)}</div>{FOOTER}"
    )
    document = read(page(body))
    assert report(document) == [TITLE, *PROSE, *PROSE]
    assert "要闻" in furniture(document)


def test_links_inside_the_report_belong_to_it() -> None:
    body = f"<div><p>{PROSE[0]}</p><p><a href=#>附件1：执法数据统计表</a></p><p>{PROSE[2]}</p><p>{PROSE[4]}</p></div>"
    assert "附件1：执法数据统计表" in report(read(page(body)))


def test_a_report_in_parts_keeps_all_of_them() -> None:
    body = "".join(f"<section><div><h2>{n}、部分</h2><p>{PROSE[0]}</p></div></section>" for n in "一二三四五")
    assert len(report(read(page(body)))) == 10


def test_headings_lists_and_line_breaks() -> None:
    body = (
        "<h1>某县水利局<br>2023年度报告</h1><h2>一、做法</h2><ul><li>第一项</li><li><p>第二项</p></li></ul>"
        "<ol start=3><li>第三点</li><li><p>第四点</p></li><li>5．第五点</li></ol><p>甲<br/>乙<br><br>丙</p><pre>丁\n\n  戊</pre>"
        "<dl><dt>名称</dt><dd>内容</dd></dl><blockquote>引文</blockquote>"
    )
    document = read(page(body))
    found = [(shown(document, block), block.kind, block.level, block.label) for block in document.blocks]
    assert found == [
        ("某县水利局 2023年度报告", "heading", 1, ""),
        ("一、做法", "heading", 2, ""),
        ("第一项", "list_item", None, ""),
        ("第二项", "list_item", None, ""),
        ("第三点", "list_item", None, "3."),
        ("第四点", "list_item", None, "4."),
        ("5．第五点", "list_item", None, ""),
        *[(text, "paragraph", None, "") for text in ("甲", "乙", "丙", "丁", "戊", "名称", "内容", "引文")],
    ]


def test_emphasis() -> None:
    body = (
        "<p><b>一、粗</b></p><p><span style='font-weight: bold'>二、粗</span></p><p style='text-align:center'>居中</p>"
        "<p align=center>居中</p><center>居中</center><p><b>半</b>粗</p><p>普通</p>"
    )
    assert [block.emphasis for block in read(page(body)).blocks] == [True] * 5 + [False] * 2


def test_what_is_not_shown_is_not_read() -> None:
    body = (
        f"{paragraphs(PROSE)}<!-- 注释 --><script>var 脚本</script><style>.样式</style><noscript>无脚本</noscript>"
        "<div style='display: none'>隐藏一</div><p hidden>隐藏二</p><template>模板</template><select><option>选项</select>"
    )
    assert read(page(body)).text == "\n".join(PROSE)


def test_text_that_only_a_script_uncovers_is_read() -> None:
    assert report(read(page(f"<div style='display:none'>{paragraphs(PROSE)}</div>"))) == PROSE
    assert report(read(f"<html><body style='display:none'>{paragraphs(PROSE)}</body></html>")) == PROSE


def test_line_breaks_of_the_source_are_no_spaces_between_chinese_characters() -> None:
    document = read(page("<p>\n    坚持依法\n    行政，办理 18 件，\n<b>没有</b>\n撤销  一件。</p>"))
    assert document.text == "坚持依法行政，办理 18 件，没有撤销 一件。"


def test_a_page_in_gb2312() -> None:
    text = page(f"<h1>{TITLE}</h1>{paragraphs(PROSE)}").replace("charset=utf-8", "charset=gb2312")
    document = read_bytes(text.encode("gb18030"), "报告.htm")
    assert report(document) == [TITLE, *PROSE]


def test_a_page_that_word_saved_under_its_own_name() -> None:
    text = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>'
        "<meta name=ProgId content=Word.Document><title>报告</title><!--[if gte mso 9]><xml></xml><![endif]--></head><body>"
        "<div class=WordSection1><p class=MsoNormal align=center><b><span style='font-size:22pt'>年度报告<o:p></o:p></span></b></p>"
        "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>做法</p>"
        f"{paragraphs(PROSE)}</div></body></html>"
    )
    assert report(read_bytes(text.encode("gb18030"), "报告.doc"))[:2] == ["年度报告", "一、\xa0做法"]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<meta name=ArticleTitle content='标题甲'><title>标题乙_站点</title>", "<h1>标题丙</h1>", "标题甲"),
        ("<title>标题乙_站点</title>", "<h1>站点</h1><h1>标题乙</h1>", "标题乙"),
        ("<title>标题乙 - 栏目 - 站点</title>", "<p>栏目</p><p>标题乙</p>", "标题乙"),
        ("<title>站点-标题乙</title>", "<p>标题乙</p>", "标题乙"),
        ("<title>2021-2025年规划</title>", "", "2021-2025年规划"),
        ("", "<h1>标题丙</h1>", "标题丙"),
        ("", "", None),
    ],
)
def test_the_title(head: str, body: str, title: str | None) -> None:
    assert read(page(body + paragraphs(PROSE), head)).metadata.title == title


def test_a_site_name_in_a_heading_is_not_the_title() -> None:
    body = f"<div class=header><h1>某县人民政府</h1>{NAV}</div><h1>{TITLE}</h1>{paragraphs(PROSE)}"
    document = read(page(body, f"<title>{TITLE}</title>"))
    assert document.metadata.title == TITLE
    assert report(document)[0] == TITLE
    assert "某县人民政府" in furniture(document)


@pytest.mark.parametrize(
    ("around", "metadata"),
    [
        (
            "<p>发布机构：县水利局　成文日期：2024年1月15日　发布日期：2024-01-20</p>",
            ("县水利局", "2024-01-20", "2024年1月15日"),
        ),
        (
            "<ul><li><b>索 引 号：</b>A/1</li><li><b>发文机关:</b> 县水利局</li><li><b>发布时间：</b>2024-01-20 09:30:15</li></ul>",
            ("县水利局", "2024-01-20 09:30:15", None),
        ),
        ("<p>发布日期：2024-01-20来源：县政府办浏览：5</p>", ("县政府办", "2024-01-20", None)),
        ("<dl><dt>发布机构：</dt><dd>县水利局</dd></dl>", ("县水利局", None, None)),
        (
            "<table><tr><th>发布机构</th><td>县水利局</td></tr><tr><th>来源</th><td>县政府办</td></tr></table>",
            ("县水利局", None, None),
        ),
        (
            "<table><tr><td>发布机构</td><td></td><td>成文日期</td><td>2024-01-15</td></tr></table>",
            (None, None, "2024-01-15"),
        ),
        ("<p>文章来源：县政府办</p>", ("县政府办", None, None)),
        ("<p>无关</p>", (None, None, None)),
    ],
)
def test_labels_around_the_report(around: str, metadata: tuple[str | None, str | None, str | None]) -> None:
    document = read(page(f"{around}<h1>{TITLE}</h1>{paragraphs(PROSE)}"))
    assert document.metadata[1:] == metadata


def test_meta_tags() -> None:
    head = f"<title>{TITLE}</title><meta name=ContentSource content=县水利局><META NAME='PubDate' content='2024-01-20 10:00'>"
    assert read(page(paragraphs(PROSE), head)).metadata == Metadata(TITLE, "县水利局", "2024-01-20 10:00", None)


def test_a_label_inside_the_prose_is_no_metadata() -> None:
    body = paragraphs([*PROSE[:3], "资金来源：县财政，成文日期：不详。", *PROSE[3:]])
    assert read(page(body)).metadata.organ is None


def test_a_page_nested_deeply_but_honestly() -> None:
    document = read(page("<div>" * 2_000 + paragraphs(PROSE) + "</div>" * 2_000))
    assert report(document) == PROSE


def test_a_page_with_thousands_of_unclosed_line_breaks_and_items() -> None:
    document = read(page("<ul>" + "<li>一项内容<br>" * 6_000 + "</ul>" + paragraphs(PROSE)))
    assert len(document.blocks) == 6_000 + len(PROSE)
