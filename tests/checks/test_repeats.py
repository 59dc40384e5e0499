"""Passages that stand twice."""

from __future__ import annotations

from tests.checks.remarks import quotes, report, said

RULE = "repeated-text"
GOODS = "向乡（镇）调拨冲锋舟18艘、救生衣420件、编织袋36000条、抽水泵25台、照明设备60套、帐篷110顶"


def test_a_list_reported_twice() -> None:
    text = report(
        f"（三）强化防汛保障。今年以来，{GOODS}，保障能力全面提升。",
        f"（四）完善物资储备。争取资金45万元，{GOODS}等防汛物资。",
    )
    assert len(said(text, RULE)) == 1
    [[first, second]] = quotes(text, RULE)
    assert first == second
    assert GOODS in first


def test_a_paragraph_pasted_twice() -> None:
    paragraph = "（三）健全水事纠纷调处机制，会同司法所、派出所成立调解小组9个，全年受理取水、排水、采砂纠纷37起，调解成功35起。"
    assert len(said(report(paragraph, paragraph), RULE)) == 1


def test_short_repetitions_are_natural() -> None:
    text = report("（三）坚持预防为主、标本兼治，排查隐患130处。", "（四）坚持预防为主、标本兼治，化解纠纷12起。")
    assert said(text, RULE) == []


def test_official_formulas_may_stand_twice() -> None:
    formula = (
        "重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，"
        "严格落实行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度"
    )
    assert said(report(f"（三）局长{formula}。", f"（四）书记{formula}。"), RULE) == []


def test_titles_of_documents_may_stand_twice() -> None:
    title = "《清源县人民政府办公室关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的实施方案》"
    assert said(report(f"（三）执行{title}。", f"（四）对照{title}自查。"), RULE) == []


def test_headings_in_a_contents_list() -> None:
    heading = "（三）健全水事纠纷预防调处化解机制推动矛盾纠纷源头治理和水行政争议实质性化解工作取得新成效情况"
    contents = f"目　录\n{heading}……3\n"
    text = report(f"{heading}\n全年调解37起。")
    assert said(contents + text, RULE) == []
