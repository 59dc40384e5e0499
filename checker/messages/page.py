"""What stands on the page of an audit, beside the results."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "page-filter": Text("筛选：文件、机关或年度", "Filter: file, organ or year"),
    "page-verdict": Text("整份结论", "Verdict"),
    "page-status": Text("单项结论", "Item status"),
    "page-all": Text("全部", "all"),
    "page-open": Text("查看", "Open"),
    "page-close": Text("关闭", "Close"),
    "page-before": Text("上一份", "Previous"),
    "page-after": Text("下一份", "Next"),
    "page-more-quotes": Text("另有{count}处", "{count} more"),
    "page-result": Text("检查结果", "Result"),
    "page-text": Text("报告原文（标出所采信的文字）", "Text with the evidence highlighted"),
    "page-no-text": Text(
        "原文件已经改动或者不在原处，无法显示原文。", "The file was changed or moved, so its text cannot be shown."
    ),
    "page-old-browser": Text(
        "浏览器版本过低，无法显示详情，请换用新版浏览器。",
        "This browser is too old to show the details; please use a newer one.",
    ),
    "page-shown": Text("显示 {shown}/{total} 份", "{shown} of {total} shown"),
    "page-keys": Text(
        "按 / 键筛选，上下方向键移动，回车键查看；查看时左右方向键换到上一份、下一份，Esc 键关闭；点击表头可以排序。",
        "Press / to filter, up and down to move, Enter to open; there left and right go to the previous and next "
        "report, Esc closes. Click a heading to sort.",
    ),
}
