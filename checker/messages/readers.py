"""Why an input could not be read, or not wholly, and what to do about it."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "empty-file": Text(
        "文件是空的，没有可供检查的内容。请确认选对了文件。",
        "The file is empty, so there is nothing to check. Please make sure it is the right file.",
    ),
    "file-not-found": Text(
        "找不到这个文件。请检查路径和文件名是否正确。",
        "There is no such file. Please check the path and the file name.",
    ),
    "is-directory": Text(
        "这里需要一个文件，给出的却是文件夹。请指定其中的报告文件。",
        "This is a folder, but a file is needed. Please name a report inside it.",
    ),
    "permission-denied": Text(
        "没有读取这个文件的权限。请在文件属性中开放读取权限，或者复制一份到自己的文件夹后再检查。",
        "You are not allowed to read this file. Please grant read permission, or check a copy of your own.",
    ),
    "not-a-regular-file": Text(
        "这不是普通文件（可能是设备或管道），无法读取。请先保存为普通文件后再检查。",
        "This is not a regular file (perhaps a device or a pipe). Please save its content as a file first.",
    ),
    "io-error": Text(
        "读取文件时出错：{reason}。请确认磁盘或网络位置可用后重试。",
        "Reading the file failed: {reason}. Please make sure the disk or network location is available and try again.",
    ),
    "too-large": Text(
        "文件大小为 {size} MB，超过 {limit} MB 的上限。请压缩或删除其中的图片，或者只保留报告正文后再检查。",
        "The file has {size} MB, more than the limit of {limit} MB. "
        "Please shrink or remove its images, or keep only the report itself.",
    ),
    "text-too-large": Text(
        "文件中的文字有 {size} 万字，超过 {limit} 万字的上限，不像是一份年度报告。请确认选对了文件，或者拆分后再检查。",
        "The file holds {size}0,000 characters of text, more than the limit of {limit}0,000, which is hardly one "
        "annual report. Please make sure it is the right file, or split it.",
    ),
    "too-complex": Text(
        "网页的标签层层嵌套，结构已经损坏，无法读取。请在浏览器中打开网页，将正文复制到 Word 文档后再检查。",
        "The tags of this page are nested beyond repair. Please open it in a browser and copy the report into a "
        "Word document.",
    ),
    "binary-file": Text(
        "这是二进制文件，不是可以检查的文档。请提供 .docx、.pdf、.html、.md 或 .txt 格式的报告。",
        "This is a binary file, not a document that can be checked. Please provide the report as .docx, .pdf, "
        ".html, .md or .txt.",
    ),
    "unknown-encoding": Text(
        "无法识别文件的文字编码。请用记事本等软件打开，确认显示正常后另存为 UTF-8 编码，再重新检查。",
        "The character encoding of the file is not recognised. "
        "Please open it in an editor, make sure it reads well, save it as UTF-8 and check again.",
    ),
    "old-word": Text(
        "这是旧版 Word 文档（.doc），无法直接读取。请用 Word 或 WPS 打开，另存为 .docx 格式后再检查。",
        "This is a Word document of the old format (.doc). Please open it in Word or WPS, save it as .docx and "
        "check again.",
    ),
    "wps-file": Text(
        "这是 WPS 专用格式的文档（.wps），无法直接读取。请用 WPS 打开，另存为 .docx 格式后再检查。",
        "This is a document in the own format of WPS (.wps). Please open it in WPS, save it as .docx and check again.",
    ),
    "word-xml": Text(
        "这是 XML 格式的 Word 文档，无法直接读取。请用 Word 或 WPS 打开，另存为 .docx 格式后再检查。",
        "This is a Word document in XML format. Please open it in Word or WPS, save it as .docx and check again.",
    ),
    "opendocument": Text(
        "这是 OpenDocument 文档（.odt），无法直接读取。请用 LibreOffice 或 WPS 打开，另存为 .docx 格式后再检查。",
        "This is an OpenDocument text (.odt). Please open it in LibreOffice or WPS, save it as .docx and check again.",
    ),
    "ofd-file": Text(
        "这是 OFD 版式文件，暂时无法读取。请用 OFD 阅读器打开，导出为 .pdf 格式，或者提供 .docx 原稿后再检查。",
        "This is an OFD document, which cannot be read yet. "
        "Please open it in an OFD reader and export it as .pdf, or provide the .docx it was made from.",
    ),
    "rtf-file": Text(
        "这是 RTF 文档，无法直接读取。请用 Word 或 WPS 打开，另存为 .docx 格式后再检查。",
        "This is an RTF document. Please open it in Word or WPS, save it as .docx and check again.",
    ),
    "spreadsheet": Text(
        "这是电子表格，不是报告正文。请提供 .docx、.pdf、.html、.md 或 .txt 格式的报告。",
        "This is a spreadsheet, not the report itself. Please provide the report as .docx, .pdf, .html, .md or .txt.",
    ),
    "presentation": Text(
        "这是演示文稿，不是报告正文。请提供 .docx、.pdf、.html、.md 或 .txt 格式的报告。",
        "This is a presentation, not the report itself. Please provide the report as .docx, .pdf, .html, .md or .txt.",
    ),
    "zip-archive": Text(
        "这是压缩包，无法直接检查。请先解压，再检查其中的报告文件。",
        "This is an archive. Please unpack it and check the report inside.",
    ),
    "damaged-zip": Text(
        "文件已损坏，可能没有下载或复制完整（内部的压缩结构无法打开）。请重新获取文件，或者用 Word、WPS "
        "打开修复后另存为 .docx 格式。",
        "The file is damaged, perhaps not wholly downloaded or copied: the zip container inside it does not open. "
        "Please get it again, or repair it in Word or WPS and save it as .docx.",
    ),
    "image-file": Text(
        "这是图片，其中的文字无法读取。请提供 .docx 原稿，或者先识别文字，保存为 .docx 或 .txt 格式后再检查。",
        "This is an image, whose text cannot be read. "
        "Please provide the .docx it was made from, or recognise the text and save it as .docx or .txt.",
    ),
    "encrypted-office": Text(
        "文档设有打开密码，无法读取。请用 Word 或 WPS 打开，取消密码后另存为 .docx 格式，再重新检查。",
        "The document is protected by a password. Please open it in Word or WPS, remove the password, save it as "
        ".docx and check again.",
    ),
    "mhtml": Text(
        "这是单个文件网页（.mht），无法直接读取。请用浏览器、Word 或 WPS 打开，另存为 .html 或 .docx 格式后再检查。",
        "This is a single-file web page (.mht). Please open it in a browser, Word or WPS, save it as .html or "
        ".docx and check again.",
    ),
    "xml-file": Text(
        "这是 XML 数据文件，不是可以检查的文档。请提供 .docx、.pdf、.html、.md 或 .txt 格式的报告。",
        "This is an XML data file, not a document that can be checked. Please provide the report as .docx, .pdf, "
        ".html, .md or .txt.",
    ),
    "unsupported-format": Text(
        "不支持这种文件格式。请提供 .docx、.pdf、.html、.md 或 .txt 格式的报告。",
        "This file format is not supported. Please provide the report as .docx, .pdf, .html, .md or .txt.",
    ),
    "page-without-text": Text(
        "网页文件中没有正文文字，正文可能要联网打开后才会显示。请在浏览器中打开网页，将正文复制到 Word 文档后再检查。",
        "The page holds no text; perhaps the text is loaded only when the page is opened. "
        "Please open it in a browser and copy the report into a Word document.",
    ),
    "undecodable-bytes": Text(
        "文件中有 {count} 处文字无法识别，已用“\ufffd”代替，相关内容可能不完整。请打开原文件，另存为 UTF-8 "
        "编码后再检查。",
        "In {count} places the file could not be decoded; \ufffd stands there instead, and what is said there may be "
        "incomplete. Please open the original, save it as UTF-8 and check again.",
    ),
    # Word and PDF
    "broken-docx": Text(
        "文件不是完整的 Word 文档（可能未上传完整或已损坏），无法打开。请用 Word 或 WPS 重新保存为 .docx "
        "格式后再检查。",
        "The file is not a complete Word document (cut off or damaged) and cannot be opened. Please save it again "
        "as .docx with Word or WPS and check that.",
    ),
    "zip-bomb": Text(
        "文档解压后的内容异常庞大，为安全起见未予读取。请确认文件来源，用 Word 或 WPS 重新保存后再检查。",
        "The document unpacks to an abnormally large size and was not read for safety. Please make sure where it "
        "comes from, save it again with Word or WPS and check that.",
    ),
    "no-text": Text(
        "文档中没有文字，没有可供检查的内容。请确认选对了文件。",
        "The document holds no text, so there is nothing to check. Please make sure it is the right file.",
    ),
    "images-only": Text(
        "文档中只有图片，没有可供检查的文字，可能是把扫描件粘贴进了 Word。请提供文字版原稿，或先做文字识别（OCR）"
        "后再检查。",
        "The document holds pictures only and no text to check; it may be a scan pasted into Word. Please supply "
        "the original text, or run text recognition (OCR) first.",
    ),
    "pictures-unread": Text(
        "文档中有 {count} 张图片而文字很少，图片里的内容未能检查，结果可能不完整。",
        "The document has {count} picture(s) and very little text; what the pictures show was not checked, so the "
        "results may be incomplete.",
    ),
    "embedded-unread": Text(
        "文档中嵌入了 {count} 个其他文件或对象，其中的内容未能检查。如有报告正文，请直接写入文档。",
        "The document embeds {count} other file(s) or object(s) whose content was not checked. If they hold parts "
        "of the report, please put those into the document itself.",
    ),
    "broken-pdf": Text(
        "PDF 文件不完整或已损坏，无法打开。请重新导出或重新下载后再检查。",
        "The PDF file is incomplete or damaged and cannot be opened. Please export or download it again and check "
        "that.",
    ),
    "encrypted-pdf": Text(
        "PDF 文件设有打开密码，无法读取。请取消密码或提供 Word 原稿后再检查。",
        "The PDF file is protected by a password and cannot be read. Please remove the password or supply the "
        "Word original.",
    ),
    "no-text-layer": Text(
        "PDF 文件中没有文字层，看起来是扫描件，无法检查。请提供 Word 原稿，或先做文字识别（OCR）后再检查。",
        "The PDF file has no text layer: it looks like a scan and cannot be checked. Please supply the Word "
        "original, or run text recognition (OCR) first.",
    ),
    "garbled-pdf": Text(
        "PDF 文件中的文字大多无法解码，取出来是乱码（多因字体未正确嵌入）。请提供 Word 原稿，或重新导出 PDF 后再检查。",
        "Most of the text in the PDF file cannot be decoded, usually because its fonts were not embedded "
        "properly. Please supply the Word original, or export the PDF again.",
    ),
    "pages-unread": Text(
        "PDF 文件第 {pages} 页没有可读的文字（可能是扫描页），这些页未能检查，结果可能不完整。",
        "Page(s) {pages} of the PDF file have no readable text (they may be scanned) and were not checked, so the "
        "results may be incomplete.",
    ),
    "truncated-pdf": Text(
        "PDF 文件的结尾缺失，可能未下载完整，只检查了读出的部分。请重新导出或重新下载后再检查。",
        "The end of the PDF file is missing, perhaps because of an incomplete download; only what could be read "
        "was checked. Please export or download it again and check that.",
    ),
}
