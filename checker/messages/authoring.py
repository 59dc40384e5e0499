"""What the author of a ruleset is told by the commands that begin one, compare two and learn one."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    # checker rules new
    "about-rules-new": Text(
        "新建一套规则：带注释的规则文件、供编辑器使用的格式定义和一份样本报告。",
        "Begin a ruleset: a commented file, its schema for editors, and a sample report.",
    ),
    "help-new_id": Text("新规则的代号，如water-bureau。", "Id of the new ruleset, such as water-bureau."),
    "help-new_folder": Text(
        "写到哪个文件夹；不写就用代号作为名称。", "Folder to write to; by default one that is called as the id is."
    ),
    "help-base": Text("新规则建立在哪一套规则之上。", "The ruleset that the new one stands on."),
    "new-bad-id": Text(
        "“{name}”不能用作规则的代号：代号用小写英文字母、数字和连字符，以字母开头，如water-bureau。",
        "“{name}” cannot be the id of a ruleset: it is made of small letters, digits and hyphens and begins with a "
        "letter, as in water-bureau.",
    ),
    "new-shipped-id": Text(
        "自带的规则中已有“{name}”，请换一个代号。", "There is a shipped ruleset “{name}”; take another id."
    ),
    "new-base-outside": Text(
        "“{name}”不在文件夹{folder}之内，新规则用不到它；请先把它复制到这个文件夹中。",
        "“{name}” is not in the folder {folder}, so the new ruleset cannot use it; copy it into the folder first.",
    ),
    "new-exists": Text(
        "文件{path}已经存在，没有写入任何文件；请换一个文件夹。",
        "There is a file {path} already; nothing was written. Choose another folder.",
    ),
    "new-written": Text(
        "已写入：\n{files}请打开其中的ruleset.yaml，按注释修改，然后运行 checker rules lint {folder} 和 "
        "checker rules test {folder}。",
        "Written:\n{files}Open ruleset.yaml and follow its comments, then run checker rules lint {folder} and "
        "checker rules test {folder}.",
    ),
    # checker rules diff
    "about-rules-diff": Text(
        "比较两套规则有什么不同；加--impact还可以看到哪些报告的结论会因此改变。",
        "Compare two rulesets; with --impact, also tell which reports would get another verdict.",
    ),
    "help-old_ruleset": Text("原来的规则：代号或者路径。", "The earlier ruleset: id or path."),
    "help-new_ruleset": Text("现在的规则：代号或者路径。", "The later ruleset: id or path."),
    "help-impact_on": Text(
        "用两套规则分别检查其中的报告，列出结论不同的；也可以指定audit保存结果的文件夹。",
        "Check the reports there with both rulesets and list those that fare otherwise; the folder of an audit serves.",
    ),
    "help-plain_format": Text("输出格式：plain（文字，默认）或者json。", "Output: plain (default) or json."),
    "diff-none": Text("两套规则的内容相同。", "Both rulesets say the same."),
    "diff-items-added": Text("新增的项目", "Items added"),
    "diff-items-removed": Text("移除的项目", "Items removed"),
    "diff-items-changed": Text("改动的项目", "Items changed"),
    "diff-findings-added": Text("新增的提示", "Findings added"),
    "diff-findings-removed": Text("移除的提示", "Findings removed"),
    "diff-findings-changed": Text("改动的提示", "Findings changed"),
    "diff-other-changed": Text("项目和提示之外", "Beside items and findings"),
    "diff-items-line": Text("{title}（{id}）：{level}，权重{weight}", "{title} ({id}): {level}, weight {weight}"),
    "diff-findings-line": Text("{title}（{id}）：{level}", "{title} ({id}): {level}"),
    "diff-name": Text("{title}（{id}）", "{title} ({id})"),
    "diff-labelled": Text("{label}：{change}", "{label}: {change}"),
    "diff-value": Text("{before} → {after}", "{before} → {after}"),
    "diff-nothing": Text("（无）", "(none)"),
    "diff-list-new": Text("增加{entries}", "added {entries}"),
    "diff-list-gone": Text("删去{entries}", "removed {entries}"),
    "diff-list-order": Text("次序有变", "another order"),
    "diff-list-new-count": Text("增加{count}条", "{count} added"),
    "diff-list-gone-count": Text("删去{count}条", "{count} removed"),
    "diff-entries": Text("“{shown}”", "“{shown}”"),
    "diff-entries-more": Text("“{shown}”等，另有{left}条", "“{shown}” and {left} more"),
    "list-clauses": Text("；", "; "),
    "list-quoted": Text("”“", "”, “"),
    "field-title": Text("名称", "title"),
    "field-level": Text("类别", "level"),
    "field-weight": Text("权重", "weight"),
    "field-place": Text("在报告中的位置", "place in the report"),
    "field-check": Text("检查方法", "check"),
    "field-asks": Text("要求", "what it asks for"),
    "field-heading": Text("建议的标题", "heading"),
    "field-content": Text("应写内容", "content"),
    "field-suggestion": Text("建议", "suggestion"),
    "field-basis": Text("依据", "basis"),
    "field-severity": Text("程度", "severity"),
    "field-examples": Text("例句", "examples"),
    # What it changes for reports
    "impact-part": Text("对报告的影响", "What it changes for reports"),
    "impact-summary": Text(
        "共{reports}份：报告结论改变的{turned}份，只有项目结论改变的{others}份，不变的{same}份，无法检查的{unread}份。",
        "{reports} reports: another verdict for {turned}, other items under the same verdict for {others}, "
        "no change for {same}, not checked {unread}.",
    ),
    "impact-new": Text("新增的{title}（{id}）：{counts}", "New: {title} ({id}): {counts}"),
    "impact-count": Text("{status}{count}份", "{count} {status}"),
    "impact-turned": Text("{path}：{before} → {after}", "{path}: {before} → {after}"),
    "impact-kept": Text("{path}（仍为{after}）", "{path} ({after} as before)"),
    "impact-shift": Text("{title}（{id}）：{before} → {after}", "{title} ({id}): {before} → {after}"),
    # checker rules coverage
    "about-rules-coverage": Text(
        "用真实的报告看规则：哪些结论、理由、提示、词语从未出现，哪些每份都有。",
        "See what real reports make of a ruleset: verdicts, reasons, remarks and phrases that never come, or always.",
    ),
    "help-real_reports": Text("报告：文件、文件夹或者通配符。", "Reports: files, folders or patterns."),
    "help-list_phrases": Text("逐条列出从未出现的词语。", "List the phrases that are never found one by one."),
    "reports-none": Text("没有一份报告能够读取。", "None of the reports can be read."),
    "usage-title": Text("{name}：{reports}份报告", "{name}: {reports} reports"),
    "usage-items": Text("各项目的结论", "How the items come out"),
    "usage-item": Text("{title}（{id}）：{counts}", "{title} ({id}): {counts}"),
    "usage-item-one": Text("{title}（{id}）：{counts}，没有例外", "{title} ({id}): {counts}, without exception"),
    "usage-reasons": Text("从未给出的理由", "Reasons that are never given"),
    "usage-silent": Text("从未出现的提示", "Remarks that are never made"),
    "usage-always": Text("每份报告都有的提示", "Remarks on every report"),
    "usage-phrases": Text(
        "词语共{count}条，其中{never}条从未出现", "{count} phrases, of which {never} are never found"
    ),
    "usage-never": Text("从未出现的词语", "Phrases that are never found"),
    "usage-everywhere": Text("每份报告都有的词语", "Phrases found in every report"),
    "usage-list": Text("{option}（{count}条中的{part}条）", "{option} ({part} of {count})"),
    # checker rules learn
    "about-rules-learn": Text(
        "从已经审定的报告中归纳出共有的各部分，写成一份规则草稿，供修改。",
        "Draft a ruleset from approved reports: the sections they have in common, for its author to edit.",
    ),
    "help-approved": Text("已经审定的报告：文件、文件夹或者通配符。", "Approved reports: files, folders or patterns."),
    "help-draft_file": Text("写到这个文件；不写就输出到屏幕。", "File to write to; by default standard output."),
    "help-draft_id": Text("草稿的代号，默认draft。", "Id of the draft, by default “draft”."),
    "draft-part": Text("  # {reports}份报告中有{part}份：{wordings}", "  # In {part} of {reports} reports: {wordings}"),
    "draft-below": Text("  # 其下常见的标题：{wordings}", "  # Headings below it: {wordings}"),
    "draft-rare": Text("# 只在少数报告中出现的部分：", "# Parts that few reports have:"),
    "draft-wording": Text("{text}（{reports}份）", "{text} ({reports})"),
    "draft-more": Text("另有{left}种", "{left} more"),
    "draft-asks": Text("有“{title}”这一部分，并且有内容。", "There is a part “{title}”, with words of its own."),
    "draft-heading": Text("{title}", "{title}"),
    "draft-content": Text("写明{title}。", "Tell of {title}."),
    "draft-suggestion": Text("请写“{title}”这一部分。", "Write a part “{title}”."),
    "start-item": Text("{id}  {title}（{level}，权重{weight}）", "{id}  {title} ({level}, weight {weight})"),
}
