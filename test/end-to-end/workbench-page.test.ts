import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { browserForTests, inChromium, takePicture } from "./browser";
import { chooseFiles, dropFiles, fromDisk, openWorkbench, serveWorkbench } from "./workbench-in-browser";

const folder = "samples/2022-H1";
const report = join(folder, "04063-Chieng-Dong-2022-H1.xlsx");
const reports = ["04063-Chieng-Dong", "04066-Sap-Vat", "04069-Chieng-Sang"].map((name) => `${name}-2022-H1.xlsx`);

inChromium("the workbench's page", () => {
  const opened = browserForTests();

  it("from a disk: opens a report, checks it, and asks nothing of anyone", async () => {
    const { page, press, said, complaints, requests, close } = await openWorkbench(opened().browser, fromDisk);
    await takePicture(page, "workbench-start");
    await chooseFiles(page, [report]);
    await page.getByRole("heading", { name: /Chiềng Đông/ }).waitFor();
    await press("Kiểm tra");
    expect(await said()).toContain("Không có lỗi");
    await takePicture(page, "workbench-report");
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("from a server: asks nothing of others, and nothing at all once it is there", async () => {
    const { address, server } = await serveWorkbench();
    const { page, press, said, complaints, requests, close } = await openWorkbench(opened().browser, address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await chooseFiles(page, [report]);
    await page.getByRole("heading", { name: /Chiềng Đông/ }).waitFor();
    const before = requests.length;
    await press("Kiểm tra");
    await said();
    expect(requests.slice(before).filter((url) => !url.startsWith("blob:"))).toEqual([]);
    expect(
      requests.filter((url) => !url.startsWith(address) && !url.startsWith("blob:") && !url.startsWith("data:")),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
    server.close();
  });

  it("may not send anything, not even to its own server", async () => {
    const { address, server } = await serveWorkbench();
    const { page, complaints, close } = await openWorkbench(opened().browser, address);
    const sent = await page.evaluate(() =>
      fetch("index.html").then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(sent).toBe("refused");
    expect(complaints.join()).toContain("connect-src 'none'");
    await close();
    server.close();
  });

  it("works without its server after it was there once, also after a reload", async () => {
    const { address, server } = await serveWorkbench();
    const { page, context, complaints, close } = await openWorkbench(opened().browser, address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    server.close();
    await context.setOffline(true);
    await page.reload();
    await chooseFiles(page, [report]);
    await page.getByRole("heading", { name: /Chiềng Đông/ }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("several files that are dropped are laid together into a summary", async () => {
    const { page, press, said, complaints, close } = await openWorkbench(opened().browser, fromDisk);
    await dropFiles(
      page,
      reports.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    );
    await page.getByText("Đã chọn 3 tệp").first().waitFor();
    await said();
    await press("Tổng hợp");
    await page.getByRole("button", { name: "Ghi biểu tổng hợp" }).click();
    await page.getByText("tong-hop", { exact: false }).first().waitFor();
    await page.getByText("Đã ghi biểu tổng hợp", { exact: false }).waitFor();
    expect(await page.locator("header p").innerText()).toContain("chưa lưu");
    await takePicture(page, "workbench-summary");
    expect(complaints).toEqual([]);
    await close();
  });

  it("the samples of a period are made on the spot, and one click makes the summary of them", async () => {
    const { page, press, said, complaints, close } = await openWorkbench(opened().browser, fromDisk);
    await press("Mở bộ mẫu");
    await takePicture(page, "workbench-samples");
    await page.getByRole("button", { name: /6 tháng/ }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await said()).toContain("Đã chọn 16 tệp");
    await press("Tổng hợp");
    await page.locator("header p", { hasText: "tong-hop" }).waitFor();
    await page.getByText("Đã ghi biểu tổng hợp: 15/15 đơn vị.", { exact: false }).waitFor();
    await page.getByRole("tab", { name: "TH Chỉ tiêu", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), press("Lưu tệp")]);
    expect(download.suggestedFilename()).toBe("tong-hop-2022-H1.xlsx");
    await takePicture(page, "workbench-samples-summary");
    expect(complaints).toEqual([]);
    await close();
  });
});
