/^  title: 镇上这一年/,/publisher_en/{
  s/title_en: ""/title_en: "Changzhi's specialized towns in 2025 (made up)"/
  s/publisher_en: ""/publisher_en: "Sample Daily (made up)"/
}
/^  title: 临汾市专业镇/,/publisher_en/{
  s/title_en: ""/title_en: "Linfen's specialized towns in 2025 (made up)"/
  s/publisher_en: ""/publisher_en: "Sample Weekly (made up)"/
}
