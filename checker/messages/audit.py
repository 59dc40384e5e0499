"""What an audit says: of its command line, of files it lost, and in the summary of a batch."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    # Commands and options
    "about-audit": Text(
        "审查一批报告：保存每份结果，汇总排名，中断后可以接着做。",
        "Check a whole batch: every result is kept, summed up and ranked; an interrupted audit goes on.",
    ),
    "about-show": Text(
        "从审查结果中重新显示一份报告的检查情况。", "Show the result of one report again, from its audit."
    ),
    "help-folders": Text(
        "要审查的文件夹、文件、通配符或 .zip 压缩包。",
        "Folders, files, patterns or .zip archives to audit.",
    ),
    "help-out": Text(
        "存放审查结果的文件夹；不指定则不保存。",
        "Folder that keeps the results; without it nothing is kept.",
    ),
    "help-jobs": Text(
        "同时使用的进程数；默认与处理器核数相同。", "Processes to use. Default: as many as there are cores."
    ),
    "help-timeout": Text("每份文件的时限（秒），默认 60。", "Seconds for each file. Default: 60."),
    "help-files_from": Text(
        "从文件读取路径清单，每行一个；- 表示标准输入。",
        "Read paths from a list, one a line; - is standard input.",
    ),
    "help-fresh": Text("不用已有的结果，全部重新检查。", "Check everything again, whatever results there are."),
    "help-no_progress": Text("不显示进度。", "Show no progress."),
    "help-sort": Text(
        "排名的次序：score（得分，由低到高）、path（路径）、organ（机关）、year（年度）、"
        "confidence（结论的把握，由低到高，便于先看需要人工核对的）。默认 score。",
        "Order of the ranking: score (worst first), path, organ, year or confidence (least certain first, to see what "
        "needs a person). Default: score.",
    ),
    "help-top": Text(
        "排名只列前 N 份，分组只列前 N 组；默认 20。", "Lines of the ranking and groups listed. Default: 20."
    ),
    "help-group_by": Text(
        "分组统计：organ（机关）、region（地区）、year（年度）、sector（行业）、folder（文件夹）；地区和行业从机关名称识别。",
        "Count by groups: organ, region, year, sector or folder. Region and sector are told by the name of the organ.",
    ),
    "help-history": Text(
        "显示名称含 NAME 的机关历次审查的结果，不做新的审查。",
        "Show how organs with NAME in their name fared in the audits kept so far; audits nothing.",
    ),
    "help-batch_formats": Text(
        "输出格式，可以重复：rich（彩色文字）、plain（纯文字）、json、jsonl、csv、markdown、xlsx（工作簿）、html（网页）；"
        "加“=文件名”则写入文件。默认在终端用 rich，其他情况用 plain。",
        "Output format, repeatable: rich, plain, json, jsonl, csv, markdown, xlsx (workbook), html (page); with =FILE "
        "into that file. Default: rich in a terminal, else plain.",
    ),
    "help-store": Text(
        "审查结果所在的文件夹，或者其中的 audit.db。", "The folder of an audit's results, or its audit.db."
    ),
    "help-report": Text(
        "报告的路径、文件名或机关名称，写一部分也可以。", "Path, file name or organ of the report, or a part of it."
    ),
    "about-compare": Text(
        "比较上一年度和本年度的报告：改善、退步、照抄，上年的计划有没有完成，不足有没有再现。也可以比较两批报告。",
        "Compare last year's report with this year's: better, worse, copied, plans carried out, shortcomings that "
        "return. Two batches are compared organ by organ.",
    ),
    "help-old": Text(
        "上一年度的报告，或者存放上一年度报告的文件夹。", "Last year's report, or the folder of last year's."
    ),
    "help-new": Text("本年度的报告，或者存放本年度报告的文件夹。", "This year's report, or the folder of this year's."),
    "help-compare_formats": Text(
        "输出格式，可以重复：rich（彩色文字）、plain（纯文字）、json、markdown；加“=文件名”则写入文件。"
        "默认在终端用 rich，其他情况用 plain。",
        "Output format, repeatable: rich, plain, json, markdown; with =FILE into that file. Default: rich in a "
        "terminal, else plain.",
    ),
    "help-compare_fail_on": Text(
        "worse：有必备项目退步时，以退出码 1 结束；never：从不。默认 never。",
        "worse: exit code 1 where a required item got worse; never. Default: never.",
    ),
    "compare-no-stdin": Text(
        "比较时不能从标准输入读取报告，请给出文件或者文件夹。",
        "A comparison cannot read a report from standard input; please name a file or a folder.",
    ),
    # Complaints
    "audit-nothing": Text(
        "没有指定要审查的内容。请给出文件夹，或者用 --files-from 指定清单。",
        "There is nothing to audit. Please name a folder, or a list with --files-from.",
    ),
    "other-ruleset": Text(
        "这份报告适用的规则集没有这一项。", "The ruleset that this report is checked against does not ask for it."
    ),
    "audit-no-stdin": Text(
        "审查不能从标准输入读取报告；路径清单请用 --files-from -。",
        "An audit cannot read a report from standard input; for a list of paths use --files-from -.",
    ),
    "list-unreadable": Text(
        "无法读取路径清单“{path}”。请检查文件名是否正确。", "The list “{path}” cannot be read. Please check its name."
    ),
    "history-needs-out": Text(
        "查看历次审查的结果，请用 -o 指定存放结果的文件夹。", "To see past audits, name the folder of results with -o."
    ),
    "no-store": Text(
        "“{path}”中没有审查结果。请先用 checker audit 审查，并用 -o 指定文件夹。",
        "There is no audit in “{path}”. Please run checker audit with -o first.",
    ),
    "store-unusable": Text(
        "无法使用审查结果文件“{path}”：它可能已经损坏，或者没有读写权限。请换一个文件夹，或者恢复备份后重试。",
        "The store “{path}” cannot be used: it is damaged or not writable. Please name another folder.",
    ),
    "store-failed": Text(
        "审查结果无法写入，审查已停止，此前的结果仍然保留。请确认磁盘空间充足后，用同样的命令接着做。",
        "Results could not be written, so the audit has stopped; those written before are kept. Please make sure there "
        "is room on the disk; the same command goes on from here.",
    ),
    "store-of-other-version": Text(
        "审查结果文件“{path}”由其他版本的程序建立，不能使用。请用 -o 指定新的文件夹。",
        "The store “{path}” was made by another version of the tool. Please name a new folder with -o.",
    ),
    "result-of-other-version": Text(
        "“{path}”的结果由其他版本的程序生成，无法显示。请重新审查。",
        "The result of “{path}” was made by another version of the tool. Please audit it again.",
    ),
    "out-unusable": Text(
        "无法建立存放结果的文件夹“{path}”。请检查路径和写入权限。",
        "The folder “{path}” for the results cannot be made. Please check its path and permissions.",
    ),
    "ruleset-changed": Text(
        "规则文件在审查过程中被修改，审查已停止。请重新运行。",
        "The ruleset was changed during the audit, which has stopped. Please run it again.",
    ),
    "format-needs-file": Text(
        "格式 {name} 只能写入文件，请写成 -f {name}=文件名，或者用 -o 指定存放结果的文件夹。",
        "{name} can only go to a file; write -f {name}=FILE, or name a folder for the results with -o.",
    ),
    "no-such-report": Text(
        "审查结果中没有“{name}”。可以写路径、文件名或机关名称。",
        "The audit holds no report “{name}”. Give its path, file name or organ.",
    ),
    "several-reports": Text(
        "“{name}”对应 {count} 份报告，请写得更完整，例如：{paths}。",
        "{count} reports match “{name}”; please be more specific, for example: {paths}.",
    ),
    "xlsx-not-installed": Text(
        "生成工作簿需要 XlsxWriter，请先安装：pip install xlsxwriter。",
        "Workbooks need XlsxWriter; please install it: pip install xlsxwriter.",
    ),
    "audit-interrupted": Text(
        "审查已中断，完成的 {done} 份结果已经保存。用同样的命令可以接着做。",
        "The audit was interrupted; {done} result(s) are kept. The same command goes on from here.",
    ),
    "audit-interrupted-lost": Text(
        "审查已中断。没有用 -o 指定存放结果的文件夹，结果没有保存。",
        "The audit was interrupted. Without -o nothing was kept.",
    ),
    # Why a file of a batch has no verdict
    "timed-out": Text(
        "检查超过 {seconds} 秒的时限，已停止。请确认文件正常，或者用 --timeout 延长时限。",
        "Checking it took more than {seconds} seconds and was stopped. Please look at it, or use --timeout.",
    ),
    "worker-died": Text(
        "检查这份文件时进程意外终止，可能是文件已损坏。请用 Word 或 WPS 打开，另存为新文件后再检查。",
        "The process checking this file ended unexpectedly; the file may be damaged. Please save it as a new file.",
    ),
    "out-of-memory": Text(
        "检查这份文件需要的内存超过上限，已停止。请删除其中的图片和附件，只保留报告正文后再检查。",
        "Checking this file needs more memory than is allowed. Please keep only the report itself, without pictures.",
    ),
    "damaged-archive": Text(
        "压缩包已损坏，无法打开。请重新获取，或者解压后提供其中的报告。",
        "The archive is damaged and cannot be opened. Please get it again, or provide the reports inside it.",
    ),
    "encrypted-archive": Text(
        "压缩包设有密码，无法读取。请解压后提供其中的报告。",
        "The archive is protected by a password. Please unpack it and provide the reports.",
    ),
    "archive-too-many": Text(
        "压缩包中的文件超过 {limit} 个，没有检查。请解压后按文件夹审查。",
        "The archive holds more than {limit} files and was not checked. Please unpack it and audit the folder.",
    ),
    "no-reports-in-archive": Text(
        "压缩包中没有可以检查的报告（.docx、.pdf、.html、.md、.txt）。请确认提交的内容。",
        "The archive holds no report (.docx, .pdf, .html, .md, .txt). Please make sure what was submitted.",
    ),
    # Progress
    "progress-line": Text(
        "已完成{done}/{total}份，每秒{rate}份，约剩{left}；通过{passed}份，不通过{failed}份，无法检查{errors}份",
        "{done}/{total} done, {rate} a second, about {left} left; pass {passed}, fail {failed}, not checked {errors}",
    ),
    "progress-starting": Text("正在启动……", "starting ..."),
    "progress-pace": Text("每秒{rate}份，约剩{left}", "{rate} a second, about {left} left"),
    "progress-verdicts": Text(
        "通过{passed}份，不通过{failed}份，无法检查{errors}份", "pass {passed}, fail {failed}, not checked {errors}"
    ),
    "progress-known": Text(
        "{count}份没有变化，沿用已有的结果。", "{count} report(s) have not changed; their results are used again."
    ),
    "progress-failed": Text("  × {failure}", "  × {failure}"),
    "seconds": Text("{count}秒", "{count} s"),
    "minutes": Text("{count}分钟", "{count} min"),
    # Summary
    "audit-title": Text("审查汇总", "Audit summary"),
    "audit-counts": Text(
        "共{reports}份：通过{passed}份，不通过{failed}份，无法检查{errors}份。",
        "Reports: {reports}. Pass: {passed}, fail: {failed}, not checked: {errors}.",
    ),
    "audit-unfinished": Text(
        "另有{count}份尚未检查，用同样的命令可以接着做。",
        "{count} more are not checked yet; the same command goes on from here.",
    ),
    "audit-accepted": Text("已列入基线或者已豁免的问题", "Accepted shortfalls"),
    "audit-mean": Text("平均得分{mean}（满分100）。", "Mean score {mean} of 100."),
    "part-scores": Text("得分分布", "Scores"),
    "part-items": Text("最常缺失或薄弱的项目", "Items most often missing or weak"),
    "part-ranking": Text("排名", "Ranking"),
    "part-groups": Text("分组统计", "By group"),
    "part-unread": Text("无法检查的文件", "Files that could not be checked"),
    "part-slowest": Text("耗时最长的文件", "Slowest files"),
    "part-duplicates": Text("内容相同的文件（只计一份）", "Files with the same content (counted once)"),
    "part-suspicious": Text("请核对规则", "Rules to look at"),
    "suspicious": Text(
        "八成以上的报告都没有写好“{item}”，请核对是不是规则或者报告模板的问题。",
        "More than 80% of the reports fall short of “{item}”; perhaps the rule or the template is at fault.",
    ),
    "item-short": Text("缺失{missing}份，薄弱{weak}份（{share}%）", "missing {missing}, weak {weak} ({share}%)"),
    "ranking-more": Text(
        "另有{count}份没有列出（--top N 可以多列）。", "{count} more are not listed (--top N lists more)."
    ),
    "more": Text("另有{count}份没有列出。", "{count} more are not listed."),
    "label-pair": Text("{name}：{text}", "{name}: {text}"),
    "same-as": Text("与“{path}”相同", "same as {path}"),
    "group-counts": Text(
        "{reports}份，平均{mean}分：通过{passed}，不通过{failed}，无法检查{errors}",
        "{reports} report(s), mean {mean}: pass {passed}, fail {failed}, not checked {errors}",
    ),
    "groups-more": Text(
        "另有{count}组没有列出（--top N 可以多列）。", "{count} more groups are not listed (--top N lists more)."
    ),
    "group-none": Text("（未识别）", "(not recognised)"),
    "all-in-order": Text("所有项目都达标。", "Every item is in order."),
    "no-history": Text(
        "历次审查中没有名称含“{name}”的机关。", "No organ with “{name}” in its name in the audits kept so far."
    ),
    "history-title": Text("历年情况：{organ}", "Over the years: {organ}"),
    "history-line": Text("{year}年度  得分{score}；{counts}", "{year}  score {score}; {counts}"),
    "history-better": Text("改善：{items}", "better: {items}"),
    "history-worse": Text("退步：{items}", "worse: {items}"),
    # What reports share
    "help-copies": Text(
        "查重：逐段比对各份报告，列出雷同的段落；固定表述、文件名称和数字不计。",
        "Compare the reports with each other and list the passages they share; formulas and figures do not count.",
    ),
    "help-against": Text(
        "同时与往年的报告查重：往年报告的文件夹，或者往年的审查结果（含 --copies）。",
        "Compare with earlier reports too: their folder, or the store of their audit made with --copies.",
    ),
    "against-not-found": Text(
        "没有找到要对照的文件夹或审查结果“{path}”。请检查路径是否正确。",
        "There is no folder or store “{path}” to compare with. Please check the path.",
    ),
    "against-without-sketches": Text(
        "“{path}”中的审查结果没有留下查重用的数据。请用 --against 指定往年报告的文件夹，"
        "或者加 --copies 重新审查那一批。",
        "The results in “{path}” hold nothing to compare with. Name the folder of those reports instead, or audit them "
        "again with --copies.",
    ),
    "part-copies": Text("雷同的报告", "Reports that share passages"),
    "copies-none": Text(
        "逐段比对了{reports}份报告，没有发现雷同的段落。", "{reports} report(s) were compared; no passage is shared."
    ),
    "copies-found": Text(
        "逐段比对了{reports}份报告，有{pairs}对出现雷同的段落。固定表述、文件名称和数字不计，请人工核对。",
        "{reports} report(s) were compared; {pairs} pair(s) share passages. Formulas, titles of documents and figures "
        "do not count. A person should look at each.",
    ),
    "copies-earlier": Text(
        "同时与往年的{count}份报告作了对照。", "They were compared with {count} earlier report(s) too."
    ),
    "copies-templates": Text(
        "有{count}段为许多报告所共有，视为模板，没有列入。",
        "{count} paragraph(s) that many reports have are taken for a template's and are not listed.",
    ),
    "copies-unread": Text(
        "有{count}份报告的原文件已经改动或者不在原处，只能按审查时留下的特征判断，列不出原文。",
        "The files of {count} report(s) were changed or moved; what they share is known by its traits only, not by its "
        "words.",
    ),
    "copies-pair": Text(
        "雷同{passages}段，{characters}字，占前一份的{share}%",
        "{passages} passage(s), {characters} characters, {share}% of the first",
    ),
    "copies-year": Text("{year}年度", "{year}"),
    "copies-earlier-mark": Text("往年", "earlier"),
    "copies-same": Text("一字不差", "same words"),
    "copies-figures": Text("只有数字、标点或者文件名称不同", "other figures, marks or titles only"),
    "copies-alike": Text("相似度{similarity}%", "{similarity}% alike"),
    "copies-unconfirmed": Text("相似度约{similarity}%（未核对原文）", "about {similarity}% alike (words not compared)"),
    "copies-places": Text("前一份{left}，后一份{right}", "first: {left}; second: {right}"),
    "copies-first": Text("前一份：", "First: "),
    "copies-second": Text("后一份：", "Second: "),
    "copies-no-text": Text("（原文已不在原处）", "(no longer to be had)"),
    "copies-more": Text(
        "另有{count}对没有列出（-v 全部列出）。", "{count} more pair(s) are not listed (-v lists all)."
    ),
    "copies-more-passages": Text("另有{count}段。", "{count} more passage(s)."),
    "column-left": Text("前一份", "First report"),
    "column-right": Text("后一份", "Second report"),
    "column-left_text": Text("前一份原文", "First: words"),
    "column-right_text": Text("后一份原文", "Second: words"),
    "column-similarity": Text("相似度", "Alike"),
    "column-common": Text("雷同字数", "Shared characters"),
    "column-common_share": Text("占前一份", "Of the first"),
    "sheet-copies": Text("雷同", "Shared passages"),
    # Two reports of one organ
    "compare-old": Text("上年：", "Last year: "),
    "compare-new": Text("本年：", "This year: "),
    "compare-report": Text("{path}（{year}年度，得分{score}）", "{path} ({year}, score {score})"),
    "compare-better": Text("有改善的项目", "Better than last year"),
    "compare-worse": Text("有退步的项目", "Worse than last year"),
    "compare-same": Text("没有变化的项目", "Unchanged"),
    "compare-change": Text("{old} → {new}", "{old} → {new}"),
    "compare-copied": Text(
        "照抄上年的段落，占今年报告的{share}%（请核对是否为本年度的工作）",
        "Paragraphs copied from last year, {share}% of this year's report (please check that it is this year's work)",
    ),
    "compare-exact": Text("一字不差", "same words"),
    "compare-nearly": Text("只改动了数字或者个别词语", "other figures, or a word or two"),
    "compare-plans": Text(
        "上年计划{plans}项，今年写到进展的{done}项",
        "Last year's plans: {plans}; this year's report tells what became of {done}",
    ),
    "compare-plan-done": Text("今年报告写到了进展", "told this year"),
    "compare-plan-open": Text("今年报告没有写到的", "not told this year"),
    "compare-not-told": Text("（今年没有写到）", "(not told this year)"),
    "compare-returns": Text("上年写过、今年再次出现的不足", "Shortcomings of last year that return"),
    "compare-more": Text("另有{count}项没有列出（-v 全部列出）。", "{count} more are not listed (-v lists all)."),
    "compare-other-organ": Text(
        "两份报告的机关不同：上年是{old}，今年是{new}。", "The reports are of different organs: {old}, then {new}."
    ),
    "compare-year-order": Text(
        "年度的先后不对：上年报告写的是{old}年度，今年报告写的是{new}年度。",
        "The years are in the wrong order: {old}, then {new}.",
    ),
    "compare-title": Text("两年对比汇总", "Two years compared"),
    "compare-counts": Text(
        "两年都有报告的机关{organs}个：得分上升{up}个，下降{down}个，不变{same}个。",
        "Organs with a report in both years: {organs}. Score up: {up}, down: {down}, the same: {same}.",
    ),
    "compare-means": Text("平均得分由{old}变为{new}。", "Mean score: {old}, now {new}."),
    "compare-trends": Text("变化最大的项目", "Items that changed most"),
    "compare-trend": Text("退步{worse}个，改善{better}个", "worse {worse}, better {better}"),
    "compare-organs": Text("各机关（得分下降多的在前）", "By organ, largest fall first"),
    "compare-organ": Text(
        "{old} → {new}分；退步{worse}项，改善{better}项；照抄{copied}%；"
        "上年计划写到{done}/{plans}；不足再现{returns}处",
        "{old} → {new}; worse {worse}, better {better}; copied {copied}%; plans told {done}/{plans}; "
        "shortcomings again {returns}",
    ),
    "compare-gone": Text("上年有报告、今年没有的", "With a report last year, none this year"),
    "compare-added": Text("今年有报告、上年没有的", "With a report this year, none last year"),
    "column-score-old": Text("上年得分", "Score last year"),
    "column-score-new": Text("今年得分", "Score this year"),
    "column-better": Text("改善", "Better"),
    "column-worse": Text("退步", "Worse"),
    "column-copied": Text("照抄", "Copied"),
    "column-plans": Text("上年计划写到", "Plans told"),
    "column-returns": Text("不足再现", "Shortcomings again"),
    "column-last_year": Text("上年", "Last year"),
    "column-this_year": Text("今年", "This year"),
    # Columns and sheets
    "part-rulesets": Text("采用的规则", "Rulesets"),
    "ruleset-reports": Text("{name}：{count}份", "{name}: {count} report(s)"),
    "column-ruleset": Text("规则", "Ruleset"),
    "column-path": Text("文件", "File"),
    "column-organ": Text("机关", "Organ"),
    "column-year": Text("年度", "Year"),
    "column-verdict": Text("结论", "Verdict"),
    "column-missing": Text("缺失", "Missing"),
    "column-weak": Text("薄弱", "Weak"),
    "column-confidence": Text("把握", "Confidence"),
    "column-error": Text("原因", "Reason"),
    "column-title": Text("标题", "Title"),
    "column-quote": Text("原文", "Quotation"),
    "column-reason": Text("说明", "Explanation"),
    "column-suggestion": Text("建议", "Advice"),
    "column-severity": Text("程度", "Severity"),
    "column-finding": Text("问题", "Remark"),
    "column-share": Text("缺失或薄弱占比", "Share missing or weak"),
    "column-present": Text("达标", "Present"),
    "column-reports": Text("份数", "Reports"),
    "column-mean": Text("平均得分", "Mean score"),
    "column-group": Text("分组", "Group"),
    "column-first": Text("与之相同的文件", "Same as"),
    "sheet-summary": Text("汇总", "Summary"),
    "sheet-matrix": Text("项目一览", "Matrix"),
    "sheet-evidence": Text("逐项说明", "Details"),
    "sheet-findings": Text("其他问题", "Remarks"),
    "sheet-errors": Text("无法检查", "Not checked"),
    "sheet-duplicates": Text("内容相同", "Duplicates"),
    "scores-range": Text("{low}–{high}分", "{low}–{high}"),
    "required-mark": Text("必备", "required"),
    # Formats
    "format-jsonl": Text("每行一份报告，供程序读取", "a report a line, for programs"),
    "format-csv": Text("表格", "table"),
    "format-xlsx": Text("工作簿", "workbook"),
    "format-html": Text("网页", "page"),
}
