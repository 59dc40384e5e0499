"""What is said of a ruleset put to trial on reports changed on purpose."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "about-rules-mutate": Text(
        "用改动过的报告检验一套规则：删改关键内容时能否发现，只换样式时会不会误报。",
        "Try a ruleset on changed reports: does it notice what is taken away, and overlook what is only dressed up?",
    ),
    "help-reports": Text(
        "合格的报告：文件、文件夹或通配符。在源代码目录中运行时，默认用自带的样例。",
        "Known-good reports: files, folders or patterns. Default in a checkout: the sample reports.",
    ),
    "help-min_kill": Text(
        "任何一个项目的发现率低于 N% 时，退出码为 1。默认 90。",
        "Exit with 1 if any item notices less than N per cent. Default: 90.",
    ),
    "mutation-no-reports": Text(
        "没有指明用哪些报告检验。请在命令后面写上合格报告的路径。",
        "No reports to try the ruleset on. Please name known-good reports after the ruleset.",
    ),
    "mutation-unreadable": Text(
        "“{path}”无法读取：{message}检验没有进行。",
        "“{path}” cannot be read, so nothing was tried: {message}",
    ),
    "mutation-intro": Text(
        "报告{reports}份。发现率：删去、推迟、清空、换名之后被发现的比例；误报：只换样式而结论改变的次数。",
        "{reports} reports. Noticed: edits (cut, postponed, blanked, renamed) that lowered the status; "
        "false alarms: disguises that changed the verdict.",
    ),
    "mutation-item": Text("项目", "Item"),
    "mutation-mutants": Text("改动", "Edits"),
    "mutation-killed": Text("发现", "Noticed"),
    "mutation-rate": Text("发现率", "Rate"),
    "mutation-alarms": Text("误报", "False alarms"),
    "mutation-survivors": Text("没有发现的改动", "Edits that were not noticed"),
    "mutation-survivor": Text("{path}：{item}，{change}", "{path}: {item}, {change}"),
    "mutation-alarm": Text(
        "{path}：{item}，{change}，由{before}变为{after}", "{path}: {item}, {change}: {before} became {after}"
    ),
    "mutation-more": Text("……另有{count}处", "... and {count} more"),
    "edit-cut": Text("删去有关内容", "its passages cut"),
    "edit-postpone": Text("移到下一步计划", "its passages moved to the plan"),
    "edit-blank": Text("只留标题", "its sections left with their headings only"),
    "edit-swap": Text("换成相近的说法", "its names replaced by look-alikes"),
    "disguise-plain": Text("纯文字", "plain text"),
    "disguise-full-width": Text("全角数字和标点", "full-width digits and punctuation"),
    "disguise-half-width": Text("半角标点", "half-width punctuation"),
    "disguise-wrapped": Text("固定宽度换行", "hard-wrapped lines"),
    "disguise-spaced": Text("多余的空格", "extra spaces"),
    "disguise-markdown": Text("Markdown 标题", "Markdown headings"),
    "disguise-unnumbered": Text("标题不编号", "headings without numbers"),
    "disguise-traditional": Text("繁体字", "traditional characters"),
    "disguise-gb18030": Text("GB18030 编码", "GB18030 encoding"),
    "disguise-web-page": Text("网页", "a web page"),
    "disguise-misread": Text("识别错字", "misread characters"),
    "disguise-reordered": Text("章节顺序颠倒", "sections in another order"),
    "disguise-notice-behind": Text("后面附有其他文件", "another document behind it"),
}
