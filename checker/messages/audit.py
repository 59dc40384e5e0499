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
    "help-cluster": Text(
        "交给 Dask 集群处理：调度程序的地址，例如 tcp://10.0.0.5:8786。用法见 docs/cluster.md。",
        "Let a Dask cluster do the work: address of its scheduler, as tcp://10.0.0.5:8786. See docs/cluster.md.",
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
    "help-top": Text("排名只列前 N 份；默认 20。", "Lines of the ranking. Default: 20."),
    "help-group_by": Text(
        "分组统计：organ（机关）、year（年度）、folder（文件夹）。", "Count by groups: organ, year or folder."
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
        "比较上一年度和本年度的报告：改善、退步、照抄和再次出现的不足。",
        "Compare last year's report with this year's: better, worse, copied, and shortcomings that return.",
    ),
    "help-old": Text("上一年度的报告。", "Last year's report."),
    "help-new": Text("本年度的报告。", "This year's report."),
    # Complaints
    "audit-nothing": Text(
        "没有指定要审查的内容。请给出文件夹，或者用 --files-from 指定清单。",
        "There is nothing to audit. Please name a folder, or a list with --files-from.",
    ),
    "jobs-and-cluster": Text(
        "-j 和 --cluster 不能同时使用：集群的进程数由集群自己决定。请去掉其中一个。",
        "-j and --cluster cannot be used together: a cluster decides its processes itself. Please drop one of them.",
    ),
    "cluster-not-installed": Text(
        "没有安装使用集群所需的组件。请运行 pip install 'checker[cluster]'。",
        "What a cluster needs is not installed. Please run pip install 'checker[cluster]'.",
    ),
    "cluster-address": Text(
        "“{address}”不是集群的地址。地址由 tcp://、计算机的地址和端口组成，例如 tcp://10.0.0.5:8786。",
        "“{address}” is no address of a cluster. Write tcp://HOST:PORT, for example tcp://10.0.0.5:8786.",
    ),
    "cluster-unreachable": Text(
        "无法连接集群“{address}”。请检查地址（例如 tcp://10.0.0.5:8786），并确认调度程序正在运行。",
        "The cluster “{address}” cannot be reached. Please check the address (as tcp://10.0.0.5:8786) and that its "
        "scheduler is running.",
    ),
    "cluster-without-workers": Text(
        "集群“{address}”中没有工作进程。请在参与审查的计算机上运行 dask worker {address}。",
        "The cluster “{address}” has no workers. Please run dask worker {address} on the machines that are to help.",
    ),
    "cluster-without-checker": Text(
        "集群中没有安装 checker，或者与本机的版本不同。请在调度程序和每台工作计算机上安装与本机相同的版本。",
        "checker is not installed on the cluster, or in another version. Please install the version of this machine "
        "with the scheduler and on every worker.",
    ),
    "cluster-other-version": Text(
        "集群中的 checker 是 {theirs} 版，本机是 {ours} 版，结果无法比较。请安装相同的版本后重新启动集群。",
        "The cluster has checker {theirs}, this machine {ours}: results could not be compared. Please install the "
        "same version and start the cluster again.",
    ),
    "cluster-unseen": Text(
        "集群中的计算机读不到“{path}”，或者读到的内容与本机不同。请把报告放在共享文件夹中，使每台计算机上的路径都相同。",
        "The cluster cannot read “{path}”, or reads something else there. Please keep the reports in a shared folder "
        "that has the same path on every machine.",
    ),
    "cluster-lost": Text(
        "与集群的连接中断，审查已停止，此前的结果已经保存。请确认集群正在运行；用同样的命令可以接着做。",
        "The connection to the cluster was lost, so the audit has stopped; results until then are kept. Please make "
        "sure the cluster is running; the same command goes on from here.",
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
    "group-none": Text("（未识别）", "(not recognised)"),
    "all-in-order": Text("所有项目都达标。", "Every item is in order."),
    "no-history": Text(
        "历次审查中没有名称含“{name}”的机关。", "No organ with “{name}” in its name in the audits kept so far."
    ),
    "history-title": Text("历年情况：{organ}", "Over the years: {organ}"),
    "history-line": Text("{year}年度  得分{score}；{counts}", "{year}  score {score}; {counts}"),
    "history-better": Text("改善：{items}", "better: {items}"),
    "history-worse": Text("退步：{items}", "worse: {items}"),
    # Two reports of one organ
    "compare-old": Text("上年：", "Last year: "),
    "compare-new": Text("本年：", "This year: "),
    "compare-report": Text("{path}（{year}年度，得分{score}）", "{path} ({year}, score {score})"),
    "compare-better": Text("有改善的项目", "Better than last year"),
    "compare-worse": Text("有退步的项目", "Worse than last year"),
    "compare-same": Text("没有变化的项目", "Unchanged"),
    "compare-change": Text("{old} → {new}", "{old} → {new}"),
    "compare-copied": Text(
        "与上年一字不差的内容（请核对是否为本年度的工作）",
        "In the very words of last year (please check that it is this year's work)",
    ),
    "compare-returns": Text("上年写过、今年再次出现的不足", "Shortcomings of last year that return"),
    # Columns and sheets
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
    # The page
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
    # Formats
    "format-jsonl": Text("每行一份报告，供程序读取", "a report a line, for programs"),
    "format-csv": Text("表格", "table"),
    "format-xlsx": Text("工作簿", "workbook"),
    "format-html": Text("网页", "page"),
}
